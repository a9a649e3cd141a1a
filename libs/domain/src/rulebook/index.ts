export * from './entries';
export * from './may-state';
export * from './queries';
export { comparableEmployer, emptyRulebook, evolveRulebook, rulebookKnownAt, type PlacedEvent, type Rulebook, type RuleEvent, type RuleEventType } from './rulebook';
