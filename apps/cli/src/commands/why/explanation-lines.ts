import { syntheticMark, versions } from '../../questions/understood';
import { say, spoken } from '../../words';
import type { Explanation, HistoryItem, LetterDocument } from './explanation';

const states: Readonly<Record<string, string>> = {
  overdue: say('lewat tenggat', 'overdue'), open: say('terbuka', 'open'), closed: say('selesai', 'closed'), withdrawn: say('ditarik', 'withdrawn'),
};

/** Why a letter stands as it does, for people. */
export function* explanationLines({ letter, history, notYetKnown }: Explanation): Generator<string> {
  const id = decodeURIComponent(history.of.slice(history.of.lastIndexOf('/') + 1));
  if (letter === null) yield `${id}: ${say(`belum berlaku pada ${history.asOf}`, `not in effect on ${history.asOf}`)}`;
  else yield* letterLines(id, letter);
  yield `${say('pada', 'as of')} ${history.asOf} · ${say('diketahui sampai', 'known at')} ${history.knownAt}`;
  yield '';
  for (const item of history.items) yield* eventLines(item, '');
  for (const item of notYetKnown) yield* eventLines(item, ` · ${say('BELUM DIKETAHUI waktu itu', 'NOT KNOWN then')}`);
  yield `self  ${letter?.self ?? history.self}`;
}

function* letterLines(id: string, letter: LetterDocument): Generator<string> {
  const { letterNumber, employer, state, issuedOn, dueOn, daysOverdue, deliveredOn, counts, rules, calendars } = letter;
  yield `${letterNumber ?? id} (${id}) · ${employer.code} ${spoken(employer.label)}${syntheticMark(letter)}`;
  yield `${say('keadaan', 'state')}: ${states[state] ?? state}${(daysOverdue ?? 0) > 0 ? ` · ${say(`${daysOverdue} hari`, `${daysOverdue} days`)}` : ''}`;
  yield `${say('tanggal surat', 'issued')}: ${issuedOn} · ${say('diterima', 'delivered')}: ${deliveredOn ?? '–'}`;
  yield `${say('tenggat', 'due')}: ${dueOn ?? '–'} · ${say('aturan', 'rule')} ${versions(rules) || '–'} · ${say('kalender', 'calendar')} ${versions(calendars) || '–'}`;
  const { recommended, settled, inProcess, notStarted, withdrawn } = counts;
  yield say(
    `orang: ${recommended} direkomendasikan, ${settled} selesai, ${inProcess} dalam proses, ${notStarted} belum mulai, ${withdrawn} ditarik`,
    `persons: ${recommended} recommended, ${settled} settled, ${inProcess} in process, ${notStarted} not started, ${withdrawn} withdrawn`,
  );
}

function* eventLines({ effectiveOn, recordedAt, agency, summary, position, changes }: HistoryItem, mark: string): Generator<string> {
  yield `${effectiveOn}  ${spoken(summary)} · ${agency} · ${say('tercatat', 'recorded')} ${recordedAt}${mark}`;
  yield `            ${position}`;
  for (const { field, before, after } of changes) yield `            ${field}: ${shown(before)} → ${shown(after)}`;
  yield '';
}

const shown = (value: unknown): string => (value === null || value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value));
