import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { MODELS_FEED, type ModelsFeed, type OnCommit } from '@netral/application';
import { CLOCK, type Clock } from '@netral/platform';
import type { Response } from 'express';

/** Browsers listening at once; the next is refused, and asks again later. */
export const listenersMax = 256;
/** A listener that does not read what it is sent is let go. */
const UNREAD_BYTES_MAX = 65_536;
const HEARTBEAT_MS = 15_000;

/** Tells whoever listens how far the read models are: after each commit, when every answer already shows it. */
@Injectable()
export class Live implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly listeners = new Set<Response>();
  private heartbeat: NodeJS.Timeout | undefined;
  private forget = (): void => undefined;

  constructor(@Inject(MODELS_FEED) private readonly feed: ModelsFeed, @Inject(CLOCK) private readonly clock: Clock) {}

  onApplicationBootstrap(): void {
    this.forget = this.feed.onCommit(this.tell);
    this.heartbeat = setInterval(() => this.send(`: ${this.clock.now()}\n\n`), HEARTBEAT_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat);
    this.forget();
    for (const listener of this.listeners) listener.end();
  }

  get listening(): number {
    return this.listeners.size;
  }

  /** Tells it where the read models are now, and goes on telling until it leaves. False: there are too many. */
  add(listener: Response): boolean {
    if (this.listeners.size >= listenersMax) return false;
    this.listeners.add(listener);
    listener.on('close', () => this.listeners.delete(listener));
    listener.write(`retry: 2000\n\n${message(this.feed.current.position, [])}`);
    return true;
  }

  private readonly tell: OnCommit = (commit) => {
    const touched = commit?.projections.filter(({ documents, chunks }) => documents.length > 0 || chunks.length > 0).map(({ projection }) => projection);
    const position = commit?.projections.map(({ checkpoint }) => checkpoint).reduce((last, each) => (each > last ? each : last), '') ?? '';
    this.send(message(position === '' ? this.feed.current.position : position, touched ?? ['*']));
  };

  private send(text: string): void {
    for (const listener of this.listeners) {
      if (listener.writableLength > UNREAD_BYTES_MAX) listener.destroy();
      else listener.write(text);
    }
  }
}

const message = (position: string, projections: readonly string[]): string =>
  `event: position\nid: ${position}\ndata: ${JSON.stringify({ position, projections })}\n\n`;
