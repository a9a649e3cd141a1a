export * from './columns/column-table';
export * from './columns/row-chunk';
export type { TextColumn } from './columns/text-column';
