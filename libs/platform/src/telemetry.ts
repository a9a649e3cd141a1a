/** What a role tells of itself while it works; kept as metrics where there is somebody to read them. Labels come from closed lists, never from a message. */
export interface Telemetry {
  /** A message has its receipt. `reason`: code, of one set aside. */
  receipt(agency: string, outcome: 'recorded' | 'duplicate' | 'set-aside', reason?: string): void;
  /** One durable write of so many appends. */
  appended(appends: number, seconds: number): void;
  /** One commit of so many events into the read models. */
  folded(events: number, seconds: number): void;
  /** Messages of a partition that wait to be taken; undefined: another process has the partition now. */
  consumerLag(topic: string, partition: number, messages: number | undefined): void;
  /** A number that is asked for when somebody looks; absent just now: undefined. */
  watch(gauge: WatchedGauge, read: () => number | undefined): void;
  /** How far each projection is behind the log, asked for when somebody looks. */
  watchLag(read: () => Promise<readonly ProjectionLag[]>): void;
}
export const TELEMETRY = Symbol('Telemetry');

/** `queue`: messages waiting to be written. `lease`: 1 while this process may fold. `events`: events that the read models of this process hold. */
export type WatchedGauge = 'queue' | 'lease' | 'events';

export interface ProjectionLag {
  readonly projection: string;
  readonly events: number;
  readonly seconds: number;
}

export const noTelemetry: Telemetry = {
  receipt: () => undefined, appended: () => undefined, folded: () => undefined, consumerLag: () => undefined, watch: () => undefined, watchLag: () => undefined,
};
