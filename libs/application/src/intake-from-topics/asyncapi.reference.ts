import { catalogue, dataschemaOf, eventTypes, exampleMessage, kebabOf, ceType, type EventType } from '@netral/contracts';
import { exportSchemas } from '@netral/contracts/reference';
import { DEAD_LETTERS_TOPIC, RECEIPTS_TOPIC, topicAgencies, topicOf } from './topics';

type Agency = (typeof topicAgencies)[number];

/**
 * Whose statements each topic is for. Who may state what, from when until when, is data (`AuthorityGranted`) and judged message by message:
 * the recommender was KASN, and is BKN since August 2024.
 */
const rolesOf: Readonly<Record<Agency, readonly string[]>> = {
  bawaslu: ['bawaslu', 'any'], kasn: ['recommender', 'any'], ppk: ['ppk', 'any'], bkn: ['bkn', 'recommender', 'any'], kemendagri: ['kemendagri', 'any'], operator: ['joint'],
};
const typesOn = (agency: Agency): readonly EventType[] => eventTypes.filter((type) => rolesOf[agency].includes(catalogue[type].role));
const published = [...new Set(topicAgencies.flatMap(typesOn))];

const text = { type: 'string' } as const;
const orNull = (type: string) => ({ type: [type, 'null'] });
const PLACE = { topic: orNull('string'), partition: orNull('integer'), offset: { ...orNull('string'), description: 'As text: a topic may hold more than a number in JSON can count' } };

const reason = {
  type: ['object', 'null'], required: ['code'], additionalProperties: false,
  properties: { code: { ...text, description: 'docs/reference/reason-codes.md' }, pointer: text, found: { ...text, description: 'In shape only where it is personal (`17 digits`)' }, expected: text },
} as const;
const receipt = {
  type: 'object', additionalProperties: false,
  required: ['source', 'id', 'outcome', 'stream', 'revision', 'position', 'recordedAt', 'reason', 'deadLetter', 'topic', 'partition', 'offset'],
  properties: {
    source: orNull('string'), id: { ...orNull('string'), description: 'Of the message; null where it cannot be read, or holds something personal' },
    outcome: { enum: ['recorded', 'duplicate', 'set-aside'] }, stream: orNull('string'), revision: orNull('integer'), position: orNull('string'),
    recordedAt: { ...orNull('string'), format: 'date-time' }, reason, deadLetter: orNull('string'), ...PLACE,
  },
} as const;
const announcement = {
  type: 'object', additionalProperties: false,
  required: ['deadLetter', 'agency', 'source', 'id', 'code', 'pointer', 'setAsideAt', 'contentHash', 'topic', 'partition', 'offset'],
  properties: {
    deadLetter: text, agency: text, source: orNull('string'), id: orNull('string'), code: text, pointer: orNull('string'), setAsideAt: { ...orNull('string'), format: 'date-time' },
    contentHash: { ...text, description: 'Keyed hash of the content: equal contents, equal hashes, nothing to guess from' }, ...PLACE,
  },
} as const;

/** A whole CloudEvent of one type, structured. Its data may have the shape of any released version, which `dataschema` names. */
const eventSchema = (type: EventType): object => {
  const { role, versions } = catalogue[type];
  const schemas = exportSchemas();
  const data = versions.map(({ version }) => {
    const { $schema: _, $id: __, ...schema } = schemas.get(`${role}/${kebabOf(type)}/${version}.json`) as Record<string, unknown>;
    return schema;
  });
  return {
    type: 'object', required: ['specversion', 'id', 'source', 'type', 'dataschema', 'subject', 'time', 'data'],
    properties: {
      specversion: { const: '1.0' },
      id: { ...text, description: 'The agency’s own, unique for ever' },
      source: { ...text, description: '`urn:netral:<agency>`, or with an office: `urn:netral:ppk:33.11`' },
      type: { const: ceType(type) },
      dataschema: { enum: versions.map(({ version }) => dataschemaOf(type, version)) },
      subject: { ...text, description: 'The sender’s reference of the matter, never a NIP; also the key' },
      time: { ...text, format: 'date-time' },
      datacontenttype: { const: 'application/json' },
      data: data.length === 1 ? data[0] : { oneOf: data },
    },
  };
};

const eventMessage = (type: EventType): object => {
  const { label, meaning } = catalogue[type];
  return {
    name: ceType(type), title: `${label.id} / ${label.en}`, summary: meaning, contentType: 'application/cloudevents+json',
    headers: { type: 'object', required: ['content-type'], properties: { 'content-type': { const: 'application/cloudevents+json' } } },
    payload: eventSchema(type),
    bindings: { kafka: { key: { ...text, description: 'The event’s `subject`: what is said of one matter keeps its order' }, bindingVersion: '0.5.0' } },
    examples: [{ name: type, payload: exampleMessage(type) }],
  };
};

const jsonMessage = (name: string, title: string, payload: object, key: string): object => ({
  name, title, contentType: 'application/json', payload, bindings: { kafka: { key: { type: ['string', 'null'], description: key }, bindingVersion: '0.5.0' } },
});

const refTo = (...path: readonly string[]): { readonly $ref: string } => ({ $ref: `#/${path.join('/')}` });
const from = <T>(keys: readonly string[], of: (key: string) => T): Record<string, T> => Object.fromEntries(keys.map((key) => [key, of(key)]));

const channels = (): object => ({
  ...Object.fromEntries(topicAgencies.map((agency) => [agency, {
    address: topicOf(agency), title: `Messages of ${agency}`, description: 'Only this agency may write here: the topic fixes the sender.',
    messages: from(typesOn(agency), (type) => refTo('components', 'messages', type)),
  }])),
  receipts: { address: RECEIPTS_TOPIC, title: 'Receipts', description: 'One for each message, at least once: repeats name the same place.', messages: { receipt: refTo('components', 'messages', 'receipt') } },
  deadLetters: { address: DEAD_LETTERS_TOPIC, title: 'Messages set aside', description: 'Without anything personal; the message itself is kept sealed.', messages: { announcement: refTo('components', 'messages', 'announcement') } },
});

const operations = (): object => ({
  ...Object.fromEntries(topicAgencies.map((agency) => [`take-${agency}`, {
    action: 'receive', channel: refTo('channels', agency), summary: `Takes in what ${agency} states`, messages: typesOn(agency).map((type) => refTo('channels', agency, 'messages', type)),
    reply: { channel: refTo('channels', 'receipts'), messages: [refTo('channels', 'receipts', 'messages', 'receipt')] },
  }])),
  'announce-dead-letter': { action: 'send', channel: refTo('channels', 'deadLetters'), summary: 'Tells that a message was set aside', messages: [refTo('channels', 'deadLetters', 'messages', 'announcement')] },
});

/** AsyncAPI 3.0: the topics as an agency's programs see them, made from the contracts. Netral is the application: it receives and sends. */
export const asyncApi = (): object => ({
  asyncapi: '3.0.0',
  info: {
    title: 'Netral: topics of the agencies', version: '1', license: { name: 'Apache-2.0' },
    description: 'CloudEvents 1.0 over Kafka, structured as described here, or binary: attributes as `ce_` headers beside `content-type: application/json`, data as the value. See docs/kafka.md.',
  },
  defaultContentType: 'application/json',
  channels: channels(),
  operations: operations(),
  components: {
    messages: {
      ...from(published, (type) => eventMessage(type as EventType)),
      receipt: jsonMessage('receipt', 'Tanda terima / Receipt', receipt, 'The message’s own id'),
      announcement: jsonMessage('announcement', 'Pesan disisihkan / Message set aside', announcement, 'Id of the dead letter'),
    },
  },
});
