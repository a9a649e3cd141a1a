export * from './ingest';
export * from './ingest.errors';
export { IngestService, type IngestLimits } from './ingest-service';
export { decodeText, type JsonProblem } from './json-text';
export { isOversized, ndjsonLines, oversized, type NdjsonLine } from './ndjson';
export { ingestReasons, setAsideReasons } from './reason-codes';
export { scanJson, type JsonScan } from './scan-json';
export { WriteGate } from './write-gate';
