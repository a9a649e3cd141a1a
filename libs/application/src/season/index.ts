export * from './load-season';
