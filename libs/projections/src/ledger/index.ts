export * from './anomalies';
export * from './earliest';
export * from './handlers';
export * from './question';
export * from './record';
export * from './second-statements';
export * from './standing';
export * from './statement';
