import type { EventType } from '@netral/contracts';
import { withRecorded } from '../ledger';
import type { FoldEvent, Handler, Projection } from '../projection';

/** Events of the joint decision. */
const ruleEventTypes = [
  'SeasonOpened', 'AuthorityGranted', 'AuthorityEnded', 'DeadlineRuleAdopted', 'HolidayCalendarAdopted', 'CategoryListAdopted',
] as const satisfies readonly EventType[];
export type RuleEventType = (typeof ruleEventTypes)[number];
export type RuleEvent = { [T in RuleEventType]: FoldEvent<T> }[RuleEventType];

export interface RulesDocument {
  readonly id: string;
  /** In log order; a rulebook as known at any place in the log is folded from those up to it. */
  readonly events: readonly RuleEvent[];
}

/** The joint decision's events, whole, in one document: seasons, authorities, deadline rules, calendars, category lists. */
export const RULES_DOCUMENT = 'rules';

const added: Handler<RulesDocument> = {
  id: () => RULES_DOCUMENT,
  evolve: (document, event) => {
    const events = withRecorded(document.events, event as RuleEvent);
    return events === document.events ? document : { ...document, events };
  },
};

export const rules: Projection<RulesDocument> = {
  name: 'rules',
  version: 1,
  on: Object.fromEntries(ruleEventTypes.map((type) => [type, added])),
  initial: (id) => ({ id, events: [] }),
  tables: {},
  facts: () => [],
};
