#!/usr/bin/env node
// Records how a KurrentDB server answers @eventstore/db-client, request by request, so that two servers can be compared.
//
//   node test/kurrentdb/record/record.main.mjs --url 'esdb://127.0.0.1:2113?tls=false' --out mine.json
//   node test/kurrentdb/record/record.main.mjs --compare test/kurrentdb/recordings/node.json mine.json
//
// options: --only a,b   --skip a,b   --slow (adds the slow scenarios)   --timeout 30000 (ms per scenario)   --list
//          --restart CMD (a shell command that stops the server and starts it again on the same data; adds the scenario "restart")
//
// So that two recordings compare, log positions become ranks inside one scenario (P1, P2, ...), ids the names the scenario gave them,
// stream names lose their random prefix, times are "recent" or "odd", bigints text. What stands under a key ending in _info is kept, not compared.
import { compare } from './compare.mjs';
import { flag, opt, pair } from './options.mjs';

if (flag('compare')) process.exit(compare(pair('compare')) > 0 ? 1 : 0);
const { record } = await import('./record.mjs');
const { scenarios } = await import('./scenarios/index.mjs');
if (flag('list')) {
  for (const { name, slow, calls } of scenarios) console.log(`${name.padEnd(36)} ${slow ? '[slow] ' : ''}${calls}`);
  process.exit(0);
}
const only = opt('only')?.split(',');
const skip = opt('skip')?.split(',') ?? [];
const wanted = ({ name, slow }) => (only ? only.includes(name) : !skip.includes(name) && (flag('slow') || !slow) && (name !== 'restart' || opt('restart')));
process.exit((await record(scenarios.filter(wanted), opt('out'), Number(opt('timeout', '30000')))) > 0 ? 1 : 0);
