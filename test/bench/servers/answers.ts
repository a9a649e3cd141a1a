import { until } from './row';

/** A figure of days that the season speaks of: what people ask for most. */
const FIGURE = '/v1/figures/overdue?asOf=2020-11-02';

/** What whoever asks the api can see. */
export class Answers {
  constructor(private readonly address: string, private readonly key: string) {}

  /** Position of the last event that the figure's answer holds; empty of none. @throws Error when it is not answered */
  async position(): Promise<string> {
    const answer = await fetch(this.address + FIGURE, { headers: { authorization: `Bearer ${this.key}` } });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${FIGURE}: ${answer.status} ${text.slice(0, 300)}`);
    return (JSON.parse(text) as { position: string | null }).position ?? '';
  }

  /** @returns when an answer first showed this position, by `performance.now()` */
  async shows(position: string): Promise<number> {
    await until(`position ${position} in a figure`, async () => (await this.position()) >= position);
    return performance.now();
  }
}
