import { catalogue, correctableTypes, type EventType } from '../catalogue';
import { unknownVersion, versionOf } from './contract-version';
import { correctedTypeOf, isCorrectable, isOfPerson, nestedOf, type Nested } from './corrected';
import { foundIn, shapeOf } from './found';
import { toStored } from './personal';
import { DONE, refused, type Result } from './result';
import { upcast } from './upcast';

interface Correction {
  readonly season: string;
  readonly matter?: string;
  readonly person?: { readonly nip: string };
}

const aboutOne = (type: EventType, { matter, person }: Correction): Result<void> => {
  const byPerson = isOfPerson(type);
  const [wanted, other] = byPerson ? ['person', 'matter'] : ['matter', 'person'];
  const why = byPerson ? `${type} is about a person` : `${type} is about a ${catalogue[type].matter}, named by its id`;
  if ((byPerson ? person : matter) === undefined) return refused('missing-field', `/data/${wanted}`, 'nothing', why);
  return (byPerson ? matter : person) === undefined
    ? DONE
    : refused('repeated-field', `/data/${other}`, 'both matter and person', `only ${wanted}: ${why}`);
};

/**
 * That a correction or retraction names a type that can be corrected, in a released version, and the matter or person
 * that fits it. True of every other event.
 */
export const checkCorrection = (type: EventType, data: unknown): Result<void> => {
  const corrected = correctedTypeOf(type, data);
  if (corrected === undefined) return DONE;
  const pointer = type === 'FactCorrected' ? '/data/correctedType' : '/data/retractedType';
  if (!isCorrectable(corrected)) {
    return refused('not-correctable', pointer, foundIn(corrected), `one of ${correctableTypes.join(', ')}`);
  }
  const nested = nestedOf(type, data);
  if (nested !== undefined && versionOf(corrected, nested.version) === undefined) {
    return unknownVersion(corrected, nested.version, '/data/correctedVersion');
  }
  return aboutOne(corrected, data as Correction);
};

/** Matter id of data as sent; for what is about a person, the NIP stands where the pseudonym will. */
const matterAsSent = ({ type, version, data }: Nested): string => {
  const asIs = toStored(type, version, data, { subject: (nip) => nip, sealed: () => '', employer: (ref) => ref });
  return catalogue[type].matterId(upcast(type, version, asIs) as never);
};

/**
 * That a correction leaves the matter (or person) and the season of what it corrects as they were. Asked of data that
 * keeps to both contracts.
 */
export const checkSameMatter = (type: EventType, data: unknown): Result<void> => {
  const nested = nestedOf(type, data);
  if (nested === undefined) return DONE;
  const { season, matter, person } = data as Correction;
  const sent = matterAsSent(nested);
  if (person !== undefined && sent !== person.nip) {
    return refused('correction-changes-matter', '/data/data/person/nip', shapeOf(sent), 'the NIP of /data/person');
  }
  if (matter !== undefined && sent !== matter) {
    return refused('correction-changes-matter', '/data/data', foundIn(sent), `${foundIn(matter)}, as in /data/matter`);
  }
  const inside = (nested.data as { readonly season: string }).season;
  return inside === season
    ? DONE
    : refused('correction-changes-matter', '/data/data/season', foundIn(inside), `${foundIn(season)}, as in /data/season`);
};
