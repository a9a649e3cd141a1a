export * from './ingest';
export * from './intake-from-topics';
export * from './operate';
export * from './project';
export * from './queries';
