export * from './mongo-link';
