export * from './joint-messages-2020';
