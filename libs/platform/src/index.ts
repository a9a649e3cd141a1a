export * from './clock';
export * from './config';
export * from './data-dir';
export * from './farewell';
export * from './logging';
export * from './progress';
export * from './run-process';
export * from './telemetry';
