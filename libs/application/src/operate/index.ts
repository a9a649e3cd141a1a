export { READINESS, type Readiness } from './readiness';
