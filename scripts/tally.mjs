// Counts what a vitest run reported. A file that would not load and a test that was skipped are failures here: neither proves anything.

/**
 * @typedef {{ status: string, fullName: string, duration?: number | null, failureMessages?: string[] }} Assertion
 * @typedef {{ name: string, status: string, message?: string, assertionResults: Assertion[] }} TestFile
 */

/**
 * @param {{ testResults: TestFile[] } | undefined} report vitest's JSON report; undefined when the run left none
 * @param {number} exitCode how vitest ended
 * @returns {{ passed: number, failed: number, remarks: string[], tests: { name: string, milliseconds: number }[] }}
 */
export function tally(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, remarks: ['The test run ended without a report.'], tests: [] };
  const assertions = report.testResults.flatMap((file) => file.assertionResults);
  const passed = assertions.filter((one) => one.status === 'passed').length;
  const skipped = assertions.filter((one) => one.status !== 'passed' && one.status !== 'failed');
  const unread = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'));
  const known = assertions.filter((one) => one.status === 'failed').length + skipped.length + unread.length;
  const remarks = [
    ...assertions.filter((one) => one.status === 'failed').map((one) => `Failed: ${one.fullName}\n  ${(one.failureMessages?.[0] ?? '').split('\n', 6).join('\n  ')}`),
    ...skipped.map((one) => `Not run, and so counted as failed: ${one.fullName}`),
    ...unread.map((file) => `Failed outside its tests: ${file.name}`),
  ];
  if (passed + known === 0) return { passed: 0, failed: 1, remarks: ['No test was found.'], tests: [] };
  const unexplained = known === 0 && exitCode !== 0;
  if (unexplained) remarks.push(`vitest ended with ${exitCode} though no test failed; see above.`);
  return { passed, failed: known + (unexplained ? 1 : 0), remarks, tests: assertions.map((one) => ({ name: one.fullName, milliseconds: one.duration ?? 0 })) };
}

/**
 * The tests that took longest, one line each.
 * @param {{ name: string, milliseconds: number }[]} tests
 * @param {number} howMany
 */
export function slowest(tests, howMany) {
  const sorted = tests.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, howMany);
  return sorted.map(({ name, milliseconds }) => `${(milliseconds / 1000).toFixed(2).padStart(7)} s  ${name}`);
}
