import { Type, type TSchema } from '@sinclair/typebox';

/**
 * Building blocks of every contract. A block marked with `x-netral` is rewritten by the ingest before anything is
 * stored: what identifies a person becomes a pseudonym, free text a sealed reference, an employer's name its code.
 */
export type PersonalMark = 'nip' | 'person-name' | 'free-text' | 'employer';
export const MARK = 'x-netral';

declare const freeText: unique symbol;
declare const sealedText: unique symbol;
declare const employerRef: unique symbol;

/** Free text as an agency sends it: may hold personal data, never reaches the log. */
export type FreeText = string & { readonly [freeText]: true };
/** Reference to a text sealed in the vault, as the log holds it: `sealed:<uuid>`. */
export type SealedText = string & { readonly [sealedText]: true };
/** An employer as sent: code of any edition, or a name that is not ambiguous. */
export type EmployerRef = string & { readonly [employerRef]: true };
/** Random pseudonym of one person (a UUID). */
export type SubjectId = string;

const ONE_LINE = '^[^\\u0000-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069]*$';
const SEASON = '^[a-z0-9][a-z0-9-]{2,39}$';
const IDENTIFIER = '^[A-Za-z0-9._-]{1,64}$';
const AGENCY = '^[a-z][a-z0-9-]{1,39}$';
const NIP = '^[0-9]{18}$';
const SOURCE = '^urn:netral:[a-z][a-z0-9-]{1,39}(:[A-Za-z0-9._-]{1,64})?$';

/** What each pattern asks for, in words for a receipt. */
export const patternWords: ReadonlyMap<string, string> = new Map([
  [ONE_LINE, 'one line of text'],
  [SEASON, 'a season: 3 to 40 lower-case letters, digits and hyphens'],
  [IDENTIFIER, '1 to 64 letters, digits, dots, underscores and hyphens'],
  [AGENCY, 'an agency: 2 to 40 lower-case letters, digits and hyphens'],
  [NIP, 'NIP, 18 digits'],
  [SOURCE, 'urn:netral:<agency> or urn:netral:<agency>:<office>'],
]);

/** One line of text: no control characters, line breaks or marks that turn the direction of writing. */
const line = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: ONE_LINE, ...(description === undefined ? {} : { description }) });

/** The same shape, with what it means in this place. */
export const about = <S extends TSchema>(schema: S, description: string): S => ({ ...schema, description });
/** Calendar day, YYYY-MM-DD, Asia/Jakarta. */
export const day = (description: string) => Type.String({ format: 'date', description });
/** A day, or null for a span without an end (or, where said, without a beginning). */
export const openDay = (description: string) => Type.Union([day('A calendar day, YYYY-MM-DD'), Type.Null()], { description });

export const SeasonId = Type.String({ pattern: SEASON, description: 'Season, as in SeasonOpened' });
export const MatterId = Type.String({ pattern: IDENTIFIER, description: "The issuer's own id of the matter" });
export const LetterNumber = line(100, 'Number of a letter, as printed');
/** `source` and `id` by which a message names another. */
export const MessageSource = Type.String({ maxLength: 200, pattern: SOURCE });
export const MessageId = line(200);
export const AgencyId = Type.String({ pattern: AGENCY, description: 'Agency, in lower case' });
export const Code = Type.String({ pattern: IDENTIFIER, description: 'Code of a list' });
export const Title = line(200, 'A public office, document or legal basis');
export const BilingualLabel = Type.Object(
  { id: line(200, 'In Indonesian'), en: line(200, 'In English') },
  { additionalProperties: false },
);

/** Region code, `pusat.<short name>`, or a name that is not ambiguous. */
export const Employer = Type.Unsafe<EmployerRef>(
  Type.String({ minLength: 1, maxLength: 100, [MARK]: 'employer', description: 'Employer' }),
);
export const FreeTextField = Type.Unsafe<FreeText>(
  Type.String({ minLength: 1, maxLength: 10_000, [MARK]: 'free-text', description: 'Free text; sealed on arrival' }),
);
const Nip = Type.String({ pattern: NIP, [MARK]: 'nip', description: 'NIP, 18 digits; never stored in the log' });
const PersonName = Type.String({ minLength: 1, maxLength: 200, [MARK]: 'person-name', description: 'Name; sealed on arrival' });

export const oneOf = <const T extends readonly string[]>(values: T, description?: string) =>
  Type.Unsafe<T[number]>(Type.String({ enum: [...values], ...(description === undefined ? {} : { description }) }));
export const PositionGroup = oneOf(
  ['jpt', 'administrator', 'pengawas', 'fungsional', 'pelaksana', 'kepala-wilayah', 'unknown'], 'Group of the position held then',
);

/** A person as an agency names one, with the traits that this event adds. */
export const person = <P extends Record<string, TSchema>>(traits: P) =>
  Type.Object({ nip: Nip, name: Type.Optional(PersonName), ...traits }, { additionalProperties: false });
export const PersonRef = person({});
/** Those a report or complaint names, as they were then. */
export const ReportedPersons = Type.Array(
  person({ employer: about(Employer, "The person's employer then"), positionGroup: PositionGroup }),
  { minItems: 1, maxItems: 500, description: 'Those it names, with employer and position then' },
);
/** None given means all persons of the matter. */
export const SomePersons = Type.Optional(
  Type.Array(PersonRef, { minItems: 1, maxItems: 500, description: 'Persons it concerns; absent: all of the matter' }),
);

export const Sanction = oneOf(
  ['moral-closed', 'moral-open', 'discipline-light', 'discipline-medium', 'discipline-heavy'], 'Sanction; in order of weight',
);
export const Stage = oneOf(['before-candidates', 'after-candidates'], 'Before or after the candidates were fixed');
export const Scope = oneOf(['data', 'services', 'both'], 'What of the record it acts on');
export const CategoryLabel = line(300, "The agency's own label of the category, kept as sent");
export const Category = Type.Object(
  { code: about(Code, 'Code of the category'), label: CategoryLabel },
  { additionalProperties: false },
);
export const Categories = Type.Array(Category, {
  minItems: 1, maxItems: 8, description: 'Categories it falls under, the main one first',
});

/** The data as the log holds it: pseudonyms for persons, sealed references for free text, codes for employers. */
export type Stored<T> = unknown extends T
  ? T
  : T extends FreeText
    ? SealedText
    : T extends EmployerRef
      ? string
      : T extends string | number | boolean | null | undefined
        ? T
        : T extends readonly (infer U)[]
          ? Stored<U>[]
          : T extends { nip: string }
            ? { subject: SubjectId } & { [K in keyof T as K extends 'nip' | 'name' ? never : K]: Stored<T[K]> }
            : { [K in keyof T]: Stored<T[K]> };
