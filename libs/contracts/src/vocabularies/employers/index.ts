export * from './employers';
export * from './regions';
export * from './resolve-employer';
