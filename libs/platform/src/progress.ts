import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** Tells a person how far a long piece of work is and when it should be done. */
export interface Progress {
  /** `total` may become better known on the way. */
  update(done: number, total?: number): void;
  stop(): void;
}
export type ProgressFactory = (label: string, total: number) => Progress;
export const noProgress: ProgressFactory = () => ({ update: () => undefined, stop: () => undefined });

const PLAIN_EVERY_MS = 2_000;

/** A bar with ETA where a person looks on; elsewhere a line every two seconds; nothing for work that ends before the first. */
export const progressOn = (stream: NodeJS.WriteStream): ProgressFactory => (stream.isTTY ? barOn(stream) : linesOn(stream));

const barOn = (stream: NodeJS.WriteStream): ProgressFactory => (label, total) => {
  const bars = new MultiBar({ stream, clearOnComplete: false, hideCursor: true, etaBuffer: 200, format: `${label} {bar} {percentage}% · {value}/{total} · sisa/ETA {eta_formatted}` }, Presets.shades_classic);
  const bar: SingleBar = bars.create(total, 0);
  return {
    update: (done, now) => {
      if (now !== undefined) bar.setTotal(now);
      bar.update(done);
    },
    stop: () => bars.stop(),
  };
};

const linesOn = (stream: NodeJS.WriteStream): ProgressFactory => (label, total) => {
  const started = performance.now();
  let last = started;
  let of = total;
  return {
    update: (done, now) => {
      of = now ?? of;
      const at = performance.now();
      if (at - last < PLAIN_EVERY_MS) return;
      last = at;
      stream.write(`${label} ${done}/${of} · sisa/ETA ${eta(at - started, done, of)} s\n`);
    },
    stop: () => undefined,
  };
};

const eta = (elapsedMs: number, done: number, total: number): string => (done === 0 ? '?' : String(Math.round((elapsedMs / done) * (total - done) / 1000)));
