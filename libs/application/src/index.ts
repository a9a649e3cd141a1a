export * from './ingest';
export * from './project/read-models';
export * from './queries';
