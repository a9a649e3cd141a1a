import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Categories, CategoryLabel, Code, Employer, MatterId, ReportedPersons, SeasonId, Stage, about, day, oneOf } from '../core/shapes';

const common = {
  season: SeasonId,
  reportId: about(MatterId, "Bawaslu's id of the finding or report"),
  kind: oneOf(['finding', 'report'], 'Found by Bawaslu, or reported by the public'),
  reportedOn: day('Day on which Bawaslu found it or was told'),
  electionRegion: about(Employer, 'Region whose election it concerns'),
  stage: Stage,
  persons: ReportedPersons,
};

/** V1 knew one category a report. */
export const ViolationReportedV1 = Type.Object(
  { ...common, category: about(Code, 'Code of the category'), categoryLabel: CategoryLabel },
  { additionalProperties: false },
);
/** V2: one report may state several categories; a violation is one person in one of them. */
export const ViolationReportedV2 = Type.Object({ ...common, categories: Categories }, { additionalProperties: false });

/** V1 → V2. Total and pure: never throws on data that V1 accepts. */
export const violationReportedV1ToV2 = ({ category, categoryLabel, ...rest }: { category: string; categoryLabel: string }) => ({
  ...rest,
  categories: [{ code: category, label: categoryLabel }],
});

export const ViolationReported = eventContract({
  type: 'ViolationReported',
  role: 'bawaslu',
  label: { id: 'Dugaan pelanggaran dicatat', en: 'Violation reported' },
  meaning: 'Bawaslu found, or was told of, a possible breach of neutrality.',
  earlier: [{ wire: ViolationReportedV1, upcast: violationReportedV1ToV2 }],
  wire: ViolationReportedV2,
  matter: 'report',
  matterId: ({ reportId }) => reportId,
  ownDay: ({ reportedOn }) => reportedOn,
  employers: ({ persons }) => persons.map(({ employer }) => employer),
});
