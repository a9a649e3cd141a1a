import { writeFileSync } from 'node:fs';
import { clientVersion } from './client.mjs';
import { open, runId } from './connection.mjs';
import { E } from './facts.mjs';
import { normalise } from './normalise.mjs';
import { contextOf } from './scenario.mjs';
import { must, sleep } from './tools.mjs';

const factsOf = async (scenario, timeoutMs) => {
  const ctx = contextOf();
  let facts;
  try {
    facts = await must(scenario.timeout ?? timeoutMs, scenario.run(ctx));
  } catch (error) {
    facts = { failed: E(error), failed_stack_info: String(error?.stack ?? '').split('\n').slice(0, 6) };
  }
  return normalise(facts, ctx);
};

/** Runs the scenarios one after another and writes after each, so that a crash keeps what was. The number that failed. */
export async function record(chosen, file, timeoutMs) {
  let current = null;
  let failed = 0;
  // The client can throw from inside its own stream handlers: that is part of the recording, and no reason to stop.
  const stray = [];
  for (const kind of ['unhandledRejection', 'uncaughtException'])
    process.on(kind, (error) => stray.push({ scenario: current, kind, error: error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error) }));
  const meta = { made: new Date().toISOString(), client: `@eventstore/db-client ${clientVersion}`, node: process.version, run: runId };
  const result = { stray_info: stray, meta, scenarios: {} };
  for (const scenario of chosen) {
    current = scenario.name;
    const begun = Date.now();
    const facts = await factsOf(scenario, timeoutMs);
    if (facts.failed) failed += 1;
    result.scenarios[scenario.name] = { calls: scenario.calls, facts, ms_info: Date.now() - begun };
    console.log(`${facts.failed ? 'FAIL' : 'ok  '} ${scenario.name} ${Date.now() - begun} ms${facts.failed ? ` ${JSON.stringify(facts.failed).slice(0, 300)}` : ''}`);
    if (file) writeFileSync(file, `${JSON.stringify(result, null, 1)}\n`);
  }
  if (!file) console.log(JSON.stringify(result, null, 1));
  console.log(`${chosen.length - failed} scenarios recorded, ${failed} failed`);
  for (const client of open) await Promise.race([client.dispose().catch(() => {}), sleep(1000)]);
  return failed;
}
