import { catalogue, type EventType } from '../catalogue';
import { ceType, dataschemaOf, latestVersionOf } from '../core/names';
import { toStored } from '../core/personal';
import { ownDayOf, streamOf } from '../core/stream';
import { upcast } from '../core/upcast';
import { exampleMessage } from '../examples';
import { fieldRows } from './field-rows';

const storedExample = (type: EventType): Record<string, unknown> => {
  const version = latestVersionOf(type);
  const by = { subject: () => 'pseudonym', sealed: () => 'id', employer: (ref: string) => ref };
  const stored = toStored(type, version, exampleMessage(type).data, by);
  return upcast(type, version, stored) as unknown as Record<string, unknown>;
};

/** The field that a question about an event reads: the one whose change is seen in the answer. */
const fieldRead = (type: EventType, ask: (data: never) => string): string | undefined => {
  const stored = storedExample(type);
  const answered = (name: string): boolean => ask({ ...stored, [name]: 'changed' } as never).includes('changed');
  return Object.keys(stored).find((name) => typeof stored[name] === 'string' && answered(name));
};

const streamWords = (type: EventType): string => {
  const { matter, role } = catalogue[type];
  if (role === 'any') return 'that of the message it is about';
  if (matter === 'rules') return '`rules`';
  if (matter === 'personnel') return '`personnel-<pseudonym of the person>`';
  return `\`${matter}-<${fieldRead(type, (data) => streamOf(type, data)) ?? ''}>\``;
};

const tableOf = (type: EventType, index: number): string => {
  const wire = catalogue[type].versions[index]?.wire;
  const rows = wire === undefined ? [] : fieldRows(wire);
  const lines = rows.map(({ name, required, kind, meaning }) => `| \`${name}\` | ${required ? 'yes' : 'no'} | ${kind} | ${meaning} |`);
  return ['| Field | Required | Value | Meaning |', '|---|---|---|---|', ...lines].join('\n');
};

/** One event in the reference: whose it is, where it is kept, its fields at the latest version, and a message. */
export const eventSection = (type: EventType): string => {
  const { role, label, meaning, versions } = catalogue[type];
  const latest = latestVersionOf(type);
  const schemas = versions.map(({ version }) => `[${version}](schemas/${dataschemaOf(type, version).split('/schemas/')[1]}.json)`);
  return [
    `## ${type}`,
    `**${label.id}** / ${label.en}. ${meaning}`,
    [
      `- \`type\`: \`${ceType(type)}\`${role === 'intake' ? ' (written by Netral itself; cannot be sent)' : ''}`,
      `- Schema of version ${schemas.join(', ')}; \`dataschema\` of the latest: \`${dataschemaOf(type, latest)}\``,
      `- Stream: ${streamWords(type)}. Own day: \`${fieldRead(type, (data) => ownDayOf(type, data)) ?? ''}\``,
    ].join('\n'),
    tableOf(type, latest - 1),
    `\`\`\`json\n${JSON.stringify(exampleMessage(type), null, 2)}\n\`\`\``,
  ].join('\n\n');
};
