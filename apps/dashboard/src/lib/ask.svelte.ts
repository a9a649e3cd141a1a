import { untrack } from 'svelte';
import { askOnce, keptAnswer, type Problem } from './api/client';
import { here } from './address/location.svelte';
import { NOW } from './address/place';
import { jakartaDay } from './format/days';
import { live } from './live.svelte';

const RETRY_MS = 1000;
const RETRY_MS_MAX = 15_000;

/** A question and how far it is. An answer stays in sight while the next is asked, never when that one failed. */
export class Asking<T> {
  answer = $state.raw<T | undefined>(undefined);
  problem = $state.raw<Problem | undefined>(undefined);
  lost = $state(false);
  busy = $state(true);
  private address = '';

  load(address: string, stable: boolean, signal: AbortSignal): void {
    const found = keptAnswer<T>(address);
    if (found !== undefined) return this.show(address, found);
    this.busy = true;
    void this.ask(address, stable, signal, RETRY_MS).catch(() => undefined);
  }

  private async ask(address: string, stable: boolean, signal: AbortSignal, delay: number): Promise<void> {
    const outcome = await askOnce<T>(address, stable, signal);
    if (signal.aborted) return;
    if (outcome.kind !== 'lost') live.heard();
    if (outcome.kind === 'answer') return this.show(address, outcome.answer);
    if (address !== this.address) this.answer = undefined;
    if (outcome.kind === 'problem') {
      this.answer = undefined;
      [this.problem, this.lost, this.busy] = [outcome.problem, false, false];
      return;
    }
    live.lost();
    [this.problem, this.lost, this.busy] = [undefined, true, false];
    await new Promise((resolve) => setTimeout(resolve, delay));
    if (!signal.aborted) await this.ask(address, stable, signal, Math.min(delay * 2, RETRY_MS_MAX));
  }

  private show(address: string, answer: T): void {
    this.address = address;
    this.answer = answer;
    [this.problem, this.lost, this.busy] = [undefined, false, false];
  }
}

/** Asks what the function says, again whenever it says otherwise, or something new was recorded and "now" was asked. Undefined asks nothing. */
export const ask = <T>(addressOf: () => string | undefined): Asking<T> => {
  const asking = new Asking<T>();
  $effect(() => {
    const address = addressOf();
    void live.returns;
    if (address === undefined) return;
    const stable = isStable(address);
    if (!stable) void live.changes;
    const stop = new AbortController();
    untrack(() => asking.load(address, stable, stop.signal));
    return () => stop.abort();
  });
  return asking;
};

/** Whether later events cannot change the answer: it is asked at a place in the log, or as known on a day that has ended. */
const isStable = (address: string): boolean => {
  const said = new URLSearchParams(address.split('?')[1] ?? '');
  const knownAt = said.get('knownAt');
  return said.has('position') || (knownAt !== null && knownAt.slice(0, 10) < jakartaDay(Date.now()));
};

export type Parameters = Readonly<Record<string, string | number | undefined>>;

const written = (path: string, parameters: Parameters): string => {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) said.set(name, String(value));
  return said.size === 0 ? path : `${path}?${said.toString()}`;
};

/** An address of the API at the two times of this place; undefined until they are known. */
export const at = (path: string, parameters: Parameters = {}, withSeason = true): string | undefined => {
  const { season, asOf, knownAt } = here.place;
  if (asOf === undefined || knownAt === undefined || season === undefined) return undefined;
  return written(path, { ...(withSeason ? { season } : {}), asOf, knownAt: knownAt === NOW ? undefined : knownAt, ...parameters });
};
/** A figure at this place. */
export const figureAt = (figure: string, parameters: Parameters = {}): string | undefined => at(`/v1/figures/${figure}`, parameters);
/** What was known is all that changes the answer. */
export const knownThen = (path: string): string | undefined => {
  const { knownAt } = here.place;
  return knownAt === undefined ? undefined : written(path, { knownAt: knownAt === NOW ? undefined : knownAt });
};
