export type { PersonnelLedger } from './kept';
export { personnel } from './personnel.projection';
export { personnelView, type PersonnelView } from './view';
