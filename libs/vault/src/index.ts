export * from './identity-vault';
