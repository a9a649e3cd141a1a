export { oversight, oversightView, type OversightLedger } from './oversight.projection';
