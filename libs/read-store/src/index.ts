export * from './read-store';
export * from './row-chunk';
