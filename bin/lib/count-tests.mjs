// Prints "PASSED FAILED" from Vitest's JSON report. A file that broke before its first test counts as one failure, and
// so does a report that is not there.
import { existsSync, readFileSync } from 'node:fs'

const path = process.argv[2]
if (!existsSync(path)) {
  process.stdout.write('0 1\n')
} else {
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
  process.stdout.write(`${report.numPassedTests} ${report.numFailedTests + broken.length}\n`)
}
