import { CommandError, EXIT, type CommandContext } from '../../command';
import { renderTable } from '../../table';
import { say } from '../../words';
import type { ModelCounts } from './count-models';

/**
 * Tells what a rebuild made. The counts must be equal; where events were recorded meanwhile, none may be less.
 * @throws CommandError when the old models held something else than the log says
 */
export const reportRebuild = (events: number, before: ModelCounts, after: ModelCounts, { json, print }: CommandContext): number => {
  const models = before.models.map(({ model, what, count }, index) => ({ model, what, before: count, after: after.models[index]?.count ?? 0 }));
  const grown = after.events > before.events;
  const equal = models.every((each) => (grown ? each.after >= each.before : each.after === each.before));
  if (json) print.out(JSON.stringify({ events, models, equal }));
  else {
    print.out(renderTable(
      [say('model', 'model'), say('isi', 'content'), say('sebelum', 'before'), say('sesudah', 'after')],
      models.map((each) => [each.model, each.what, each.before, each.after]),
    ));
    print.out(say(`${events} peristiwa dilipat ulang`, `${events} events folded anew`));
  }
  if (equal) return EXIT.ok;
  throw new CommandError(EXIT.differs, say('banyaknya berbeda: model lama tidak sama dengan catatan; yang baru berlaku', 'the counts differ: the old models were not what the log says; the new ones stand'));
};
