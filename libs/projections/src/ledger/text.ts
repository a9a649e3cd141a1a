import type { DocumentText } from '../document-text';
import type { Ledger } from './statement';

const END = ']}';

/** A ledger grows at its end, but for a message that is placed before others; then its text is made anew. */
export const ledgerText: DocumentText<Ledger> = {
  open: (ledger) => JSON.stringify(ledger).slice(0, -END.length),
  grown: (open, before, after) => {
    const count = before.statements.length;
    if (after.statements.length !== count + 1 || (count > 0 && after.statements[count - 1] !== before.statements[count - 1])) return ledgerText.open(after);
    return count === 0 ? ledgerText.open(after) : `${open},${JSON.stringify(after.statements[count])}`;
  },
  close: (open) => open + END,
};
