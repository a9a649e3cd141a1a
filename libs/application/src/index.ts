export * from './ingest';
export * from './intake-from-topics';
export * from './project';
export * from './queries';
