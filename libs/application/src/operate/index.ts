export { AnsweringReadiness, EmbeddedReadiness, FoldReadiness, IngestReadiness, READINESS, type Readiness } from './readiness';
