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
    this.skippedWhereRequired = process.env.NETRAL_TEST_SERVERS_REQUIRED === '1' && counts.skipped > 0;
    const lines = [...skipped, ...(this.skippedWhereRequired ? ['NETRAL_TEST_SERVERS_REQUIRED=1: a skip is a failure'] : []), `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`];
    // At the very end, below the runner's own summary.
    process.once('exit', () => process.stdout.write(`\n${lines.join('\n')}\n`));
    if (process.env.NETRAL_TEST_COUNTS) writeFileSync(process.env.NETRAL_TEST_COUNTS, JSON.stringify(counts));
  }

  /** Where the servers are required, a skip fails the run. */
  getLastError() {
    return this.skippedWhereRequired ? new Error('a suite was skipped') : undefined;
  }
};
