import { seasonMessages } from '@netral/season';

export interface AgencyLines {
  readonly agency: string;
  readonly lines: readonly string[];
}

/** The first messages of the season of 2020, in small groups of one agency each, the joint decision first. */
export const seasonGroups = (messages: number, groupMax: number): readonly AgencyLines[] => {
  const groups: { agency: string; lines: string[] }[] = [];
  let count = 0;
  for (const { agency, message } of seasonMessages({ seed: 2020 })) {
    if (typeof message === 'string') continue;
    let group = groups.findLast((each) => each.agency === agency);
    if (group === undefined || group.lines.length >= groupMax) groups.push((group = { agency, lines: [] }));
    group.lines.push(JSON.stringify(message));
    if ((count += 1) >= messages) break;
  }
  return groups;
};

/**
 * Hands lines over as an agency would: again and again until each has its receipt.
 * @returns outcomes, in the order of the lines
 */
export const handOver = async (address: string, key: string, lines: readonly string[]): Promise<readonly string[]> => {
  for (;;) {
    try {
      const response = await fetch(`${address}/v1/events`, {
        method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/x-ndjson' }, body: `${lines.join('\n')}\n`, signal: AbortSignal.timeout(60_000),
      });
      const receipts = (await response.text()).trim().split('\n').map((line) => (JSON.parse(line) as { outcome?: string }).outcome);
      if (response.status === 200 && receipts.length === lines.length && receipts.every((outcome) => outcome !== undefined)) return receipts as string[];
    } catch {
      // Killed in the middle: some may be recorded. Sent again, those are told as duplicates.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
};
