export * from './fold-lease';
export * from './read-store';
export * from './row-chunk';
