import type { Receipt } from '@netral/application';
import type { Response } from 'express';
import { Problem } from '../problem/problem';
import { NDJSON } from './content-type';

/** Receipts as NDJSON, as fast as the sender takes them. The answer begins with the first receipt: until then it can still be a problem. */
export const writeLines = async (response: Response, receipts: AsyncIterable<readonly Receipt[]>): Promise<void> => {
  for await (const some of receipts) {
    if (response.destroyed) return;
    if (!response.headersSent) {
      response.status(200).type(NDJSON);
      response.setHeader('Cache-Control', 'no-store');
    }
    const text = some.map((receipt) => `${JSON.stringify(receipt)}\n`).join('');
    if (!response.write(text)) await drained(response);
  }
  if (!response.headersSent) throw new Problem('empty-body');
  response.end();
};

/** Until it takes more, or is gone. Leaves no listener behind: a long stream waits many thousand times. */
const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => {
    const events = ['drain', 'close', 'error'] as const;
    const end = (): void => {
      for (const event of events) response.off(event, end);
      resolve();
    };
    for (const event of events) response.on(event, end);
  });
