import { AskFigureHandler } from './figures/ask-figure';
import { GetEmployerHandler } from './employers/get-employer';
import { GetEmployerHistoryHandler } from './employers/get-employer-history';
import { GetHistoryHandler } from './history/get-history';
import { GetMatterHandler } from './documents/get-matter';
import { ListAnomaliesHandler } from './anomalies/list-anomalies';
import { ListEventsHandler } from './events/list-events';
import { ListFiguresHandler } from './catalogue/list-figures';
import { ListLettersHandler } from './letters/list-letters';
import { GetReadinessHandler } from './projections/get-readiness';
import { ListProjectionsHandler } from './projections/list-projections';
import { ListSeasonsHandler } from './catalogue/list-seasons';
import { overviewHandlers } from './overview';
import { GetVocabularyHandler, ListVocabulariesHandler } from './catalogue/vocabularies';

export { AskFigure } from './figures/ask-figure';
export { figureParameters } from './figures/figure-parameters';
export { GetEmployer } from './employers/get-employer';
export { GetEmployerHistory, employerHistoryParameters } from './employers/get-employer-history';
export { GetHistory } from './history/get-history';
export { explain, type ExplainedEvent } from './history/explain';
export type { Change } from './history/differences';
export { GetMatter, letterDocumentParameters } from './documents/get-matter';
export { documentKinds, type DocumentKind } from './documents/may-read';
export { matters } from './documents/matter';
export { ListAnomalies, anomalyParameters } from './anomalies/list-anomalies';
export { ListEvents, eventsParameters } from './events/list-events';
export { ListFigures } from './catalogue/list-figures';
export { ListLetters } from './letters/list-letters';
export { letterParameters } from './letters/letter-parameters';
export { integerParameter, patternParameter } from './question/parameter';
export { ListSeasons, seasonsParameters } from './catalogue/list-seasons';
export { GetVocabulary, ListVocabularies } from './catalogue/vocabularies';
export { GetReadiness } from './projections/get-readiness';
export { ListProjections } from './projections/list-projections';
export * from './overview';
export { momentOf, momentParameters, type KnownLog, type Moment } from './question/moment';
export type { Parameter, Parameters, ParameterSchema } from './question/parameter';
export { Problems } from './question/problems';
export { rawParameters, readParameters, type RawParameters } from './question/read-parameters';
export { readNothing } from './question/read-nothing';
export { seasonParameters } from './question/season-question';
export { endOfDay, jakartaInstant, readDay, readInstant } from './question/instant';
export { QueryError, type ParameterProblem, type QueryErrorCode } from './query.error';
export type { Answered, Viewer } from './viewer';

/** Handlers of every question, for the module that wires them. */
export const queryHandlers = [
  AskFigureHandler, GetEmployerHandler, GetEmployerHistoryHandler, GetHistoryHandler, GetMatterHandler, ListAnomaliesHandler, ListEventsHandler, ListFiguresHandler,
  ListLettersHandler, ListSeasonsHandler, GetVocabularyHandler, ListVocabulariesHandler, ...overviewHandlers,
];
/** Handlers of questions about the running process, which a reader that asks once cannot answer. */
export const processQueryHandlers = [GetReadinessHandler, ListProjectionsHandler];
/** The same for a process without read models. */
export const readinessQueryHandlers = [GetReadinessHandler];
