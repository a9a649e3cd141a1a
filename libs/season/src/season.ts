import type { CloudEvent } from '@netral/contracts';
import { type Instant, utc } from './calendar';
import { jointMessages2020 } from './joint';
import { peopleMax } from './people';
import { Random } from './random';
import { personsPerSeason, writeStory } from './story/story';
import { tellBawaslu } from './tell/bawaslu';
import { tellBkn } from './tell/bkn';
import { tellKemendagri } from './tell/kemendagri';
import { tellAnomalies } from './tell/noise/anomalies';
import { tellCorrections } from './tell/noise/corrections';
import { tellDuplicates } from './tell/noise/duplicates';
import { tellRepeats } from './tell/noise/repeats';
import { tellSetAside } from './tell/noise/set-aside';
import { tellPpk } from './tell/ppk';
import { slowLetters, tellLetters } from './tell/recommender-letters';
import { tellRegister } from './tell/recommender-register';
import { Teller, type Told } from './tell/teller';

export interface SeasonOptions {
  /** The same seed gives the same messages, byte for byte. */
  readonly seed: number;
  /** So many times as large, of the same shape; what the press printed holds at 1 only. */
  readonly scale?: number;
}

/** One message in the order of arrival. */
export interface SeasonMessage {
  /** RFC 3339 in UTC with milliseconds; never earlier than that of the message before. */
  readonly recordedAt: string;
  /** Who hands it over: `bawaslu`, `kasn`, `ppk`, `bkn`, `kemendagri`, or `operator` for the joint decision. */
  readonly agency: string;
  /** Employers that the sender may speak for: a PPK's own. */
  readonly employers?: readonly string[];
  /** A CloudEvent; raw text where the sender's was unreadable. */
  readonly message: CloudEvent | string;
}

export const scaleMax = Math.floor(peopleMax / personsPerSeason);
const REPEATS = 90;
/** Copies of the season held in memory at once: beyond that, copies are told anew for each span of time. */
const COPIES_HELD = 8;

/** One copy of the season, told in the order of arrival. */
const tellCopy = (seed: number, copy: number): Told[] => {
  const random = new Random(seed).fork(`copy-${copy}`);
  const story = writeStory(random.fork('story'), copy);
  const teller = new Teller(random.fork('tell'), copy === 0 ? '' : `.${copy + 1}`);
  slowLetters(teller, story.letters);
  tellBawaslu(teller, story.reports);
  tellRegister(teller, story.complaints);
  tellLetters(teller, story.letters, story.blocks);
  tellPpk(teller, story.letters);
  tellBkn(teller, story);
  tellKemendagri(teller, story.letters);
  tellAnomalies(teller, story);
  tellCorrections(teller, new Set(story.letters.filter(({ group }) => group === 'overdue').map(({ id }) => id)));
  tellDuplicates(teller, story.letters);
  tellSetAside(teller, story.letters);
  tellRepeats(teller, REPEATS);
  return [...teller.facts, ...teller.others].sort((a, b) => a.at - b.at);
};

const written = ({ at, agency, employers, message }: Told): SeasonMessage => ({
  recordedAt: utc(at),
  agency,
  ...(employers === undefined ? {} : { employers }),
  message,
});

const scaleOf = ({ scale = 1 }: SeasonOptions): number => {
  if (!(Number.isInteger(scale) && scale >= 1 && scale <= scaleMax))
    throw new RangeError(`scale: found ${scale}, expected a whole number from 1 to ${scaleMax}`);
  return scale;
};

/** Instants that cut a season into spans of about as many messages each. */
const spans = (copy: readonly Told[], count: number): [Instant, Instant][] => {
  const cuts = Array.from({ length: count - 1 }, (_, index) => (copy[Math.floor(((index + 1) * copy.length) / count)] as Told).at);
  return [...cuts, Infinity].map((until, index) => [index === 0 ? -Infinity : (cuts[index - 1] as Instant), until]);
};

/**
 * What the agencies said in the synthetic season of 2020, in the order in which it was recorded: messages, never figures.
 * Memory is bounded by a few copies of the season, whatever the scale; time grows with the square of a large scale.
 * @throws RangeError when the scale is none
 */
export function* generateSeason(options: SeasonOptions): Generator<SeasonMessage> {
  const scale = scaleOf(options);
  const first = tellCopy(options.seed, 0);
  for (const [from, until] of spans(first, Math.ceil(scale / COPIES_HELD))) {
    const within = Array.from({ length: scale }, (_, copy) =>
      (copy === 0 ? first : tellCopy(options.seed, copy)).filter(({ at }) => at >= from && at < until),
    );
    for (const told of within.flat().sort((a, b) => a.at - b.at)) yield written(told);
  }
}

const joint = (): SeasonMessage[] => jointMessages2020().map(({ recordedAt, message }) => ({ recordedAt, agency: 'operator', message }));

/** The joint decision's messages and the agencies', merged in the order of recording; the joint decision's first at one instant. */
export function* seasonMessages(options: SeasonOptions): Generator<SeasonMessage> {
  const waiting = joint();
  for (const message of generateSeason(options)) {
    while (waiting[0] !== undefined && waiting[0].recordedAt <= message.recordedAt) yield waiting.shift() as SeasonMessage;
    yield message;
  }
  yield* waiting;
}

/**
 * The messages of `seasonMessages` in pieces that are each in the order of recording: the joint decision's, then the agencies' copy by copy.
 * Time grows with the scale only: whoever has room for the pieces merges them by (`recordedAt`, number of the piece).
 * @throws RangeError when the scale is none
 */
export function* seasonCopies(options: SeasonOptions): Generator<readonly SeasonMessage[]> {
  const scale = scaleOf(options);
  yield joint();
  for (let copy = 0; copy < scale; copy += 1) yield tellCopy(options.seed, copy).map(written);
}

/** How many messages `seasonMessages` gives: exact, at the price of telling every copy once. */
export const countSeason = (options: SeasonOptions): number => {
  let count = joint().length;
  for (let copy = 0; copy < scaleOf(options); copy += 1) count += tellCopy(options.seed, copy).length;
  return count;
};
