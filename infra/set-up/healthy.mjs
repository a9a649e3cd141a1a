// The health check of a role in its container: `node infra/set-up/healthy.mjs [live|ready]`. Exit code 0 when it answers so.
const [, , what = 'ready'] = process.argv;
setTimeout(() => process.exit(1), 4000).unref();
const port = process.env.NETRAL_METRICS_PORT || 9464;
try {
  const answer = await fetch(`http://127.0.0.1:${port}/health/${what}`);
  process.stdout.write(`${answer.status} ${await answer.text()}\n`);
  process.exitCode = answer.ok ? 0 : 1;
} catch (error) {
  process.stdout.write(`no answer: ${error.cause?.message ?? error.message}\n`);
  process.exitCode = 1;
}
