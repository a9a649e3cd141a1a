import { E, rev } from './facts.mjs';
import { sleep } from './tools.mjs';

// everything a subscription says, in the order its events fire
export class Sub {
  constructor(s, { show = (e) => ({ stream: e.event?.streamId, revision: rev(e), type: e.event?.type }), hold = false } = {}) {
    this.s = s;
    this.log = [];
    this.events = [];
    this.waiters = [];
    const put = (x) => {
      this.log.push(x);
      this.waiters.forEach((w) => w());
    };
    this.put = put;
    for (const n of ['confirmation', 'caughtUp', 'fellBehind', 'end', 'close']) s.on(n, () => put({ t: n }));
    s.on('error', (e) => put({ t: 'error', error: E(e) }));
    const onData = (e) => {
      this.events.push(e);
      put({ t: 'event', ...show(e) });
    };
    if (hold) this.release = () => s.on('data', onData);
    else s.on('data', onData);
  }
  count(t) {
    return this.log.filter((x) => x.t === t).length;
  }
  has(t) {
    return this.count(t) > 0;
  }
  async until(p, ms = 5000) {
    const end = Date.now() + ms;
    while (!p(this)) {
      const left = end - Date.now();
      if (left <= 0) return false;
      await new Promise((r) => {
        const w = () => {
          this.waiters = this.waiters.filter((x) => x !== w);
          r();
        };
        this.waiters.push(w);
        setTimeout(w, Math.min(left, 250));
      });
    }
    return true;
  }
  got(n, ms) {
    return this.until((s) => s.events.length >= n, ms);
  }
  async stop() {
    try {
      await this.s.unsubscribe();
    } catch {
      /* already gone */
    }
    await sleep(150);
  }
  // kinds only, without the exact place of caughtUp among events (the client fires it ahead of buffered data)
  kinds() {
    return [...new Set(this.log.map((x) => x.t))].sort();
  }
}
