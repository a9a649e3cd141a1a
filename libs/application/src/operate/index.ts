export { AnsweringReadiness, EmbeddedReadiness, FoldReadiness, IngestReadiness, READINESS, type Readiness } from './readiness';
export { storeTroubleOf } from './store-trouble';
