import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isoOf, jakartaDayOf, season as seasonOf, type DayNumber } from '@netral/domain';
import { answer, type FigureId, type Models, type Register, type Unit } from '@netral/figures';
import { CLOCK, type Clock } from '@netral/platform';
import { READ_MODELS, type ReadModels } from '../../project/read-models';
import { notFound } from '../query.error';
import { endOfDay } from '../question/instant';
import { momentOf, momentParameters } from '../question/moment';
import { Problems } from '../question/problems';
import { rawParameters, readParameters } from '../question/read-parameters';
import { addressOf } from '../question/self';
import type { Answered } from '../viewer';

export const activityParameters = { knownAt: momentParameters.knownAt, position: momentParameters.position };

/** Where a season's events lie: how many acts have each day as their own, and how many events were recorded on each day. */
export class GetActivity extends Query<Answered<object>> {
  constructor(readonly season: string, readonly search: string) {
    super();
  }
}

@QueryHandler(GetActivity)
export class GetActivityHandler implements IQueryHandler<GetActivity> {
  constructor(@Inject(READ_MODELS) private readonly models: ReadModels, @Inject(CLOCK) private readonly clock: Clock) {}

  async execute({ season: id, search }: GetActivity): Promise<Answered<object>> {
    const season = seasonOf(this.models.rulebook, id);
    if (season === undefined) throw notFound('season');
    const problems = new Problems();
    const asked = readParameters(rawParameters(search), activityParameters, problems);
    const { knownAt, position, ordinal } = momentOf(asked, this.models, this.clock.now(), problems);
    problems.refuseIfAny();
    const body = {
      season: id, from: isoOf(season.from), until: isoOf(season.until), knownAt, position,
      own: ownDays({ season: id, until: season.until, ordinal }, this.models.at(ordinal)),
      recorded: recordedDays(this.models, ordinal),
      self: addressOf(`/v1/seasons/${id}/activity`, [['position', position]]),
    };
    return { body, pinned: asked.position !== undefined };
  }
}

interface ActsAsked {
  readonly season: string;
  readonly until: DayNumber;
  readonly ordinal: number;
}

const acts: readonly (readonly [FigureId, Unit, Register?])[] = [
  ['reported', 'reports', 'bawaslu'], ['reported', 'reports', 'recommender'], ['recommended', 'recommendations'],
  ['settled', 'persons'], ['blocks', 'personnel-records'], ['unblocks', 'personnel-records'],
];

/** Reports in both registers, letters, persons settled, blocks and lifts, by their own day. */
export const ownDays = ({ season, until, ordinal }: ActsAsked, models: Models): readonly object[] => {
  const counts = new Map<string, number>();
  for (const [figure, unit, register] of acts) {
    const question = { figure, unit, season, ordinal, asOf: until, rule: 'in-force', calendar: 'known', by: ['day'] as const, filters: {}, ...(register === undefined ? {} : { register }) };
    for (const { key, value } of answer(question, models).cells) counts.set(key['day'] ?? '', (counts.get(key['day'] ?? '') ?? 0) + (value ?? 0));
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, count }));
};

/** Events recorded on each day, of all seasons: differences of places in the log. */
export const recordedDays = (log: Pick<ReadModels, 'knownFrom' | 'ordinalKnownAt'>, last: number): readonly object[] => {
  const days: object[] = [];
  for (let seen = -1; seen < last; ) {
    const day = jakartaDayOf(log.knownFrom(seen + 1));
    const upTo = Math.min(last, log.ordinalKnownAt(endOfDay(day)));
    days.push({ day: isoOf(day), count: upTo - seen });
    seen = upTo;
  }
  return days;
};
