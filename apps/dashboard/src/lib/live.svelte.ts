interface Told { readonly kind: 'position' | 'lost' | 'here'; readonly position?: string }

const RETRY_MS = 1000;
const RETRY_MS_MAX = 30_000;

/**
 * What the server tells as it happens. Of all tabs of a browser one listens and tells the rest, since a browser opens only a
 * few connections to a server; when that tab is closed the next one listens.
 */
class Live {
  /** Whether the server can be heard; undefined until it was first heard or not. */
  connected = $state<boolean | undefined>(undefined);
  /** Grows with each change of the answers. */
  changes = $state(0);
  /** Grows each time the server is heard again: what failed meanwhile is asked anew. */
  returns = $state(0);
  private position = '';
  private readonly channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('netral-live') : undefined;
  private delay = RETRY_MS;
  private started = false;

  start(): void {
    if (this.started) return;
    this.started = true;
    this.channel?.addEventListener('message', ({ data }: MessageEvent<Told>) => this.take(data));
    const listen = (): Promise<never> => new Promise(() => this.open());
    // Locks are given in turn and freed when their tab closes. Without them each tab listens for itself.
    if ('locks' in navigator && this.channel !== undefined) void navigator.locks.request('netral-live', listen);
    else void listen();
    this.channel?.postMessage({ kind: 'here' });
  }

  /** A request went unanswered: nobody need wait for the listener to notice. */
  lost(): void {
    this.connected = false;
  }

  /** A request was answered. */
  heard(): void {
    if (this.connected === false) this.returns += 1;
    this.connected = true;
  }

  private open(): void {
    const source = new EventSource('/v1/live');
    source.addEventListener('position', ({ data }: MessageEvent<string>) => {
      this.delay = RETRY_MS;
      const { position } = JSON.parse(data) as { position: string };
      this.tell({ kind: 'position', position });
      this.leading = true;
    });
    source.addEventListener('error', () => {
      this.tell({ kind: 'lost' });
      if (source.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.open(), this.delay);
      this.delay = Math.min(this.delay * 2, RETRY_MS_MAX);
    });
  }

  private leading = false;

  private tell(told: Told): void {
    this.take(told);
    this.channel?.postMessage(told);
  }

  private take({ kind, position }: Told): void {
    if (kind === 'here') {
      if (this.leading && this.position !== '') this.channel?.postMessage({ kind: this.connected === true ? 'position' : 'lost', position: this.position });
      return;
    }
    if (kind === 'lost') return this.lost();
    this.heard();
    if (position === undefined || position === this.position) return;
    // The first place heard is where the answers already are.
    if (this.position !== '') this.changes += 1;
    this.position = position;
  }
}

export const live = new Live();
