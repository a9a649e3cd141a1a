export { bawasluRegister } from './bawaslu-register.projection';
export type { ReportLedger } from './kept';
export { reportView, type ReportView } from './view';
