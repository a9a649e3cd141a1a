export * from './event-store';
export * from './inspection';
