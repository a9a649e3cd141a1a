// Prints the one closing line that CI and people read, and names every skipped test: a skip is never silent.
const { writeFileSync } = require('node:fs');

module.exports = class SummaryReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.testResults.flatMap(({ testResults, testFilePath }) =>
      testResults
        .filter(({ status }) => ['pending', 'skipped', 'todo', 'disabled'].includes(status))
        .map(({ fullName }) => `skipped: ${fullName} (${testFilePath.split(/[\\/]/).slice(-2).join('/')})`));
    const broken = results.numRuntimeErrorTestSuites;
    const counts = { passed: results.numPassedTests, failed: results.numFailedTests + broken, skipped: results.numPendingTests + results.numTodoTests };
    const lines = [...skipped, `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`];
    // At the very end, below the runner's own summary.
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
    if (process.env.NETRAL_TEST_COUNTS) writeFileSync(process.env.NETRAL_TEST_COUNTS, JSON.stringify(counts));
  }
};
