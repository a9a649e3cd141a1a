import { catalogue, streamOf, toStored, upcast, type EventMetadata } from '@netral/contracts';
import { keepBatch, type Identity, type IdentityVault, type VaultBatch } from '@netral/vault';
import type { PlannedEvent } from './group-append';
import type { Fact } from './judge-fact';
import { textIdOf } from './message-ids';

/** Pseudonyms of the persons that facts name. */
export type SubjectOf = (nip: string) => string;

const identitiesOf = (facts: readonly Fact[]): readonly Identity[] =>
  facts.flatMap(({ marks }) => marks.identities.map(({ nip, name }) => (name === undefined ? { nip } : { nip, name })));
const byNip = (identities: readonly Identity[], subjects: readonly string[]): SubjectOf => {
  const found = new Map(identities.map(({ nip }, index) => [nip, subjects[index] as string] as const));
  return (nip) => found.get(nip) as string;
};

/** Pseudonyms of all persons that the facts name, made where there was none; on disk when it resolves. */
export const pseudonymsOf = async (facts: readonly Fact[], vault: IdentityVault): Promise<SubjectOf> => {
  const identities = identitiesOf(facts);
  return byNip(identities, identities.length === 0 ? [] : await vault.pseudonymise(identities));
};

/** The same with the facts' free texts sealed, of which each may speak of any person that its message names: in one durable write. */
export const kept = async (facts: readonly Fact[], vault: IdentityVault): Promise<SubjectOf> => {
  const identities = identitiesOf(facts);
  const texts: VaultBatch['texts'][number][] = [];
  let first = 0;
  for (const { marks, message } of facts) {
    const persons = marks.texts.length === 0 ? [] : marks.identities.map((_, index) => first + index);
    for (const { pointer, text } of marks.texts) texts.push({ id: textIdOf(message.eventId, message.contentHash, pointer), text, persons });
    first += marks.identities.length;
  }
  return byNip(identities, identities.length + texts.length === 0 ? [] : await keepBatch(vault, { identities, texts }));
};

/** The event as the log will hold it: data in the version sent, without anything personal. */
export const plannedFact = (fact: Fact, subjectOf: SubjectOf, recordedAt: string): PlannedEvent => {
  const { event, eventId, contentHash, sender } = fact.message;
  const { type, version, marks } = fact;
  const sealed = (pointer: string): string => textIdOf(eventId, contentHash, pointer);
  // What names nobody and holds no free text is judged in the very form that is stored.
  const stored = marks.identities.length + marks.texts.length === 0 ? fact.sent : toStored(type, version, event.data, { subject: subjectOf, sealed, employer: fact.codeOf });
  const metadata: EventMetadata = {
    agency: sender.agency, source: event.source, messageId: event.id, subject: event.subject, publishedAt: event.time, recordedAt, version,
  };
  const stream = streamOf(type, stored === fact.sent ? fact.draft : upcast(type, version, stored));
  return { stream, event: { id: eventId, type, data: JSON.stringify(stored), metadata: JSON.stringify(metadata), contentHash }, ...(catalogue[type].role === 'joint' && { decided: true }) };
};
