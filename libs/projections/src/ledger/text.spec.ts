import * as fc from 'fast-check';
import { record } from './record';
import type { Ledger, Statement } from './statement';
import { ledgerText } from './text';

const statement = (ordinal: number, messageId: number): Statement => ({
  type: 'ReportDismissed', ordinal, position: String(ordinal), recordedOn: 1, agency: 'a', source: 's', messageId: String(messageId), day: 2, data: { season: 'x "y"' },
});

describe('the text of a ledger', () => {
  it('is that of its JSON, in whatever order and how often messages come', () =>
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(9))), (said) => {
      let ledger: Ledger = { id: 'R-1', statements: [] };
      let open: string | undefined;
      for (const [ordinal, messageId] of said) {
        const after = record(ledger, statement(ordinal, messageId));
        if (after === ledger) continue;
        open = open === undefined ? ledgerText.open(after) : ledgerText.grown(open, ledger, after);
        ledger = after;
        expect(ledgerText.close(open)).toBe(JSON.stringify(ledger));
      }
    })));
});
