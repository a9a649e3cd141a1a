export { ColumnsHolder } from './columns-holder';
export { FoldError } from './fold-error';
export { MODELS_FEED, type ModelsFeed, type OnCommit, type ProjectorState, type ProjectorStatus } from './models-feed';
export { ModelsTail } from './models-tail';
export { projectionStatuses, type ProjectionStatus } from './projection-status';
export { Projector, type ProjectorOptions } from './projector';
export { READ_MODELS, type ModelDocument, type ReadModels } from './read-models';
export { Rebuilds, type RebuildStatus } from './rebuilds';
export { rebuild, type OnRebuildProgress, type RebuildOptions, type RebuildProgress } from './rebuild';
