import { GetActivityHandler } from './get-activity';
import { ListChangesHandler } from './list-changes';
import { ListRulesHandler } from './list-rules';
import { ListWaitingHandler } from './list-waiting';

export { GetActivity, activityParameters } from './get-activity';
export { ListChanges, changesParameters } from './list-changes';
export { ListRules, rulesParameters } from './list-rules';
export { ListWaiting, waitingParameters } from './list-waiting';

/** Handlers of the questions that a first look asks. */
export const overviewHandlers = [GetActivityHandler, ListChangesHandler, ListRulesHandler, ListWaitingHandler];
