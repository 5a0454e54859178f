/**
 * Milliseconds of this process's own processor time. On a machine that others use too, the wall clock measures them;
 * this measures us. Use as two readings and their difference.
 */
export function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
