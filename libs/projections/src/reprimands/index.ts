export { reprimandView, reprimands, type ReprimandLedger } from './reprimands.projection';
