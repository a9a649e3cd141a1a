export * from './catalogue';
export * from './core/envelope';
export * from './core/event-contract';
export * from './core/shapes';
