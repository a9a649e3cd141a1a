import { isoOf } from '@netral/domain';
import { dateBy, ofType, standing, type ViewQuestion } from '../ledger';
import type { DayNumber } from '../projection';
import type { PersonnelLedger, PersonnelStatement } from './kept';
import { seasonsOf, type SeasonRecord } from './record';

/** One personnel record as it stands for a question, season by season; undefined while nothing of it is known and in effect. */
export const personnelView = (ledger: PersonnelLedger, { ordinal, asOf }: ViewQuestion) => {
  const statements = standing(ledger, ordinal).filter(({ day }) => day <= asOf);
  if (statements.length === 0) return undefined;
  return { subject: ledger.id, seasons: seasonsOf(statements).map((season) => seasonView(season, statements, asOf)) };
};
export type PersonnelView = NonNullable<ReturnType<typeof personnelView>>;

const seasonView = ({ season, spans, acts }: SeasonRecord, statements: readonly PersonnelStatement[], asOf: DayNumber) => ({
  season,
  /** What is blocked on the day asked; null when nothing is. */
  blocked: spans.find(({ blockedOn, untilOn }) => blockedOn <= asOf && asOf < untilOn)?.scope ?? null,
  spans: spans.map(({ opened, scope, blockedOn, untilOn }) => ({
    blockedOn: isoOf(blockedOn), untilOn: dateBy(untilOn, asOf), scope, office: opened.data.office, ground: opened.data.ground, employer: opened.data.employer,
  })),
  acts: acts.map(({ type, day, data, position }) => ({
    act: type === 'PersonnelDataBlocked' ? ('block' as const) : ('lift' as const),
    on: isoOf(day), scope: data.scope, office: data.office, ground: data.ground, employer: data.employer,
    recommendationId: data.recommendationId ?? null, document: data.document, position,
  })),
  warnings: ofType(statements, 'EarlyWarningIssued')
    .filter(({ data }) => data.season === season)
    .map(({ day, data, position }) => ({ issuedOn: isoOf(day), office: data.office, ground: data.ground, employer: data.employer, document: data.document ?? null, position })),
});
