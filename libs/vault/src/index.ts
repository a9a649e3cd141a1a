export * from './identity-vault';
export * from './keep-batch';
