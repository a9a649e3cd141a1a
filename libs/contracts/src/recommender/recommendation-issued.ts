import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, IsoDate, LetterNumber, MatterId, Sanction, SeasonId, Title, person } from '../core/shapes';

const RecommendedPerson = person({ sanction: Sanction, legalBasis: Title });
const common = {
  season: SeasonId,
  recommendationId: MatterId,
  letterNumber: LetterNumber,
  issuedOn: IsoDate,
  employer: Employer,
  addressedOffice: Title,
  copiesTo: Type.Array(Title, { maxItems: 20 }),
  reports: Type.Array(MatterId, { maxItems: 500, description: "Bawaslu's reports it rests on" }),
  complaints: Type.Array(MatterId, { maxItems: 500, description: "Matters of the recommender's register it rests on" }),
};

/** V1 named one person. */
export const RecommendationIssuedV1 = Type.Object({ ...common, person: RecommendedPerson }, { additionalProperties: false });
/** V2 names all that the letter is about. */
export const RecommendationIssuedV2 = Type.Object(
  { ...common, persons: Type.Array(RecommendedPerson, { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);

/** V1 → V2. Total and pure: never throws on data that V1 accepts. */
export const recommendationIssuedV1ToV2 = ({ person: only, ...rest }: { person: unknown }) => ({ ...rest, persons: [only] });

/** The recommender asks a PPK to act on a proven violation: one letter to one employer. */
export const RecommendationIssued = eventContract({
  type: 'RecommendationIssued',
  role: 'recommender',
  label: { id: 'Rekomendasi diterbitkan', en: 'Recommendation issued' },
  earlier: [{ wire: RecommendationIssuedV1, upcast: recommendationIssuedV1ToV2 }],
  wire: RecommendationIssuedV2,
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});
