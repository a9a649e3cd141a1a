import { existsSync } from 'node:fs';
import { accessFileOf, secretsFileOf } from '@netral/http/access/key-file';
import { addKey, listKeys, revokeKey } from '@netral/http/access/keys';
import { CommandError, EXIT, UsageError, type Command, type CommandContext } from '../command';
import { parseArguments, renderUsage } from '../options';
import { renderTable } from '../table';
import { say, words } from '../words';

const KINDS = ['agency', 'investigator', 'operator'] as const;
const options = {
  kind: { value: 'KIND', meaning: words('untuk add: agency, investigator atau operator; bawaan: agency', 'for add: agency, investigator or operator; default: agency') },
  agency: { value: 'AGENCY', meaning: words('untuk add: lembaga pemegang kunci; bawaan: sama dengan ID', 'for add: the agency that holds the key; default: the same as ID') },
  employers: { value: 'CODE[,…]', meaning: words('untuk add: kunci hanya berlaku bagi instansi ini', 'for add: the key speaks for these employers only') },
} as const;

/** `netral keys`: who may hand over and who may ask. Beside a running server too: it looks at the file again within a second. */
export const keys: Command = {
  name: 'keys',
  summary: words('kunci para pengirim dan pembaca', 'keys of those who send and those who read'),
  usage: renderUsage({
    synopsis: ['keys list', 'keys add ID [--kind KIND] [--agency AGENCY] [--employers CODE[,…]]', 'keys revoke ID'],
    about: [
      words('Kunci sendiri tidak pernah ditampilkan: yang baru ada dalam secrets/keys.json di folder data, hanya terbaca pemiliknya. Server yang berjalan mengetahui perubahan dalam sedetik.', 'A key itself is never shown: a new one stands in secrets/keys.json in the data folder, readable by its owner alone. A running server knows of a change within a second.'),
    ],
    options,
  }),
  run: async (args, context) => {
    const { values, positionals: [action, id] } = parseArguments(args, options, 2);
    switch (action) {
      case 'list':
        return list(context);
      case 'add':
        return add(context, named(id), values);
      case 'revoke':
        return revoke(context, named(id));
      default:
        throw new UsageError(`keys ${action ?? ''}: ${say('seharusnya list, add atau revoke', 'expected list, add or revoke')}`);
    }
  },
};

const named = (id: string | undefined): string => {
  if (id === undefined) throw new UsageError(say('kunci mana? sebutkan ID-nya', 'which key? name its ID'));
  return id;
};

const list = ({ config, json, print }: CommandContext): number => {
  const found = listKeys(config.dataDir);
  if (json) print.out(JSON.stringify({ keys: found }));
  else {
    print.out(renderTable(
      ['id', say('jenis', 'kind'), say('lembaga', 'agency'), say('instansi', 'employers'), say('dibuat', 'created'), say('dicabut', 'revoked')],
      found.map(({ id, kind, agency = '', employers = [], createdAt, revokedAt = '' }) => [id, kind, agency, employers.join(','), createdAt, revokedAt]),
    ));
  }
  return EXIT.ok;
};

const add = ({ config, json, print }: CommandContext, id: string, values: Readonly<Partial<Record<'kind' | 'agency' | 'employers', string>>>): number => {
  const kind = KINDS.find((each) => each === (values.kind ?? 'agency'));
  if (kind === undefined) throw new UsageError(`--kind: ${say('ditemukan', 'found')} ${values.kind}; ${say('seharusnya', 'expected')} ${KINDS.join(', ')}`);
  requireKeys(config.dataDir);
  const key = { id, kind, ...(kind === 'agency' ? { agency: values.agency ?? id } : values.agency === undefined ? {} : { agency: values.agency }), ...(values.employers === undefined ? {} : { employers: values.employers.split(',') }) };
  try {
    addKey(config.dataDir, key, Date.now());
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  }
  if (json) print.out(JSON.stringify({ added: key }));
  else print.out(say(`kunci ${id} ditambahkan; kuncinya ada dalam ${secretsFileOf(config.dataDir)}`, `key ${id} added; the key itself stands in ${secretsFileOf(config.dataDir)}`));
  return EXIT.ok;
};

const revoke = ({ config, json, print }: CommandContext, id: string): number => {
  if (!revokeKey(config.dataDir, id, Date.now())) throw new CommandError(EXIT.differs, say(`tidak ada kunci ${id} yang berlaku`, `there is no key ${id} to revoke`));
  if (json) print.out(JSON.stringify({ revoked: id }));
  else print.out(say(`kunci ${id} dicabut untuk selamanya`, `key ${id} revoked for good`));
  return EXIT.ok;
};

// The first keys are made together, on the first start: one added before would stand in their place.
const requireKeys = (dataDir: string): void => {
  if (!existsSync(accessFileOf(dataDir))) throw new CommandError(EXIT.differs, say('folder data belum punya kunci; jalankan npm start dulu', 'this data folder has no keys yet; run npm start first'));
};
