export { CONFLICTING_REDELIVERY, intake, type IntakeLedger } from './intake.projection';
