import { Type } from '@sinclair/typebox';
import { eventContract } from '../core/event-contract';
import { Employer, LetterNumber, MatterId, Sanction, SeasonId, Title, about, day, person } from '../core/shapes';

const RecommendedPerson = person({
  sanction: about(Sanction, 'Sanction recommended'),
  legalBasis: about(Title, 'Rule that was broken, as cited'),
});
const common = {
  season: SeasonId,
  recommendationId: about(MatterId, "The recommender's id of the letter"),
  letterNumber: LetterNumber,
  issuedOn: day('Date of the letter: deadlines count from it'),
  employer: about(Employer, 'Employer whose PPK is asked to act'),
  addressedOffice: about(Title, 'Office addressed, as printed'),
  copiesTo: Type.Array(Title, { maxItems: 20, description: 'Offices that got a copy' }),
  reports: Type.Array(MatterId, { maxItems: 500, description: "Bawaslu's reports it rests on" }),
  complaints: Type.Array(MatterId, { maxItems: 500, description: "Matters of the recommender's register it rests on" }),
};

/** V1 named one person. */
export const RecommendationIssuedV1 = Type.Object(
  { ...common, person: about(RecommendedPerson, 'The one that the letter is about') },
  { additionalProperties: false },
);
/** V2 names all that the letter is about. */
export const RecommendationIssuedV2 = Type.Object(
  { ...common, persons: Type.Array(RecommendedPerson, { minItems: 1, maxItems: 500, description: 'All that the letter is about' }) },
  { additionalProperties: false },
);

/** V1 → V2. Total and pure: never throws on data that V1 accepts. */
export const recommendationIssuedV1ToV2 = ({ person: only, ...rest }: { person: unknown }) => ({ ...rest, persons: [only] });

export const RecommendationIssued = eventContract({
  type: 'RecommendationIssued',
  role: 'recommender',
  label: { id: 'Rekomendasi diterbitkan', en: 'Recommendation issued' },
  meaning: 'The recommender asks a PPK to act on a proven violation: one letter to one employer.',
  earlier: [{ wire: RecommendationIssuedV1, upcast: recommendationIssuedV1ToV2 }],
  wire: RecommendationIssuedV2,
  matter: 'recommendation',
  matterId: ({ recommendationId }) => recommendationId,
  ownDay: ({ issuedOn }) => issuedOn,
  employers: ({ employer }) => [employer],
});
