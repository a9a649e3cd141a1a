export { inspectKurrentDb } from './inspect';
export { KurrentDbEventStore } from './kurrentdb-event-store';
