import { runCommandLine } from './run.ts'

// `bin/cloudburo operations | head` closes the pipe early, which is no failure.
process.stdout.on('error', () => process.exit(0))
process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  print: (text) => void process.stdout.write(`${text}\n`),
  printProblem: (text) => void process.stderr.write(`${text}\n`),
})
