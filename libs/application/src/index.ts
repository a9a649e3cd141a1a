export * from './ingest';
export * from './project';
export * from './queries';
