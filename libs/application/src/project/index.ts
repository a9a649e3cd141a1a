export { ColumnsHolder } from './columns-holder';
export { FoldError } from './fold-error';
export { projectionStatuses, type ProjectionStatus } from './projection-status';
export { Projector, type OnCommit, type ProjectorOptions, type ProjectorState, type ProjectorStatus } from './projector';
export { READ_MODELS, type ModelDocument, type ReadModels } from './read-models';
export { Rebuilds, type RebuildStatus } from './rebuilds';
export { rebuild, type OnRebuildProgress, type RebuildOptions, type RebuildProgress } from './rebuild';
