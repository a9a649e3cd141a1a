export { RULES_DOCUMENT, rules, type RuleEvent, type RuleEventType, type RulesDocument } from './rules.projection';
