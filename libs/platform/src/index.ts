export * from './clock';
export * from './config';
export * from './logging';
export * from './progress';
export * from './telemetry';
