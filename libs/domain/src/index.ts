export * from './day';
export * from './deadlines/deadlines';
export * from './decider';
export * from './domain-error';
export * from './reprimand-list/reprimand-list.decider';
export * from './rule-adoption/rule-adoption.decider';
export * from './rulebook';
