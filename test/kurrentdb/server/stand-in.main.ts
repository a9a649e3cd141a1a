// The stand-in as a process of its own: `node -r ./test/support/ts-register.cjs test/kurrentdb/server/stand-in.main.ts [port]`.
import { startStandIn } from './stand-in';

void (async () => {
  const standIn = await startStandIn({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`${standIn.address}\n`);
})();
