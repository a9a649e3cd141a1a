export { recommenderRegister } from './recommender-register.projection';
export type { ComplaintLedger } from './kept';
export { complaintView, type ComplaintView } from './view';
