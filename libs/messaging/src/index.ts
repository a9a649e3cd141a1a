export { assignByName, type NamedMember } from './assign-by-name';
export { backOffMs } from './back-off';
export * from './messaging';
