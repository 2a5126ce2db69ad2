/**
 * Runs the tasks, at most `width` at a time. Starts no further task after one failed, waits for the running ones
 * (they must not outlive the caller's lock), then throws the first error.
 */
export async function runBounded(tasks: readonly (() => Promise<void>)[], width: number): Promise<void> {
  const queue = [...tasks]
  const errors: unknown[] = []
  const worker = async () => {
    for (let task = queue.shift(); task !== undefined && errors.length === 0; task = queue.shift()) {
      await task().catch((error: unknown) => errors.push(error))
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, tasks.length) }, worker))
  if (errors.length > 0) throw errors[0]
}
