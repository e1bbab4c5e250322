/** Prints the closing line of CI from jest's JSON report. A file that fails to load has no tests, so it counts as one failure. */
import { readFileSync } from 'node:fs';

const report = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
for (const file of report.testResults) {
  if (file.status === 'passed') continue;
  console.log(`\n${file.name}\n${file.message}`);
}
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
console.log(`${report.numPassedTests} passed, ${failed} failed, ${report.numPendingTests + report.numTodoTests} skipped`);
process.exitCode = report.success && report.numPassedTests > 0 ? 0 : 1;
