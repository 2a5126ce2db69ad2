import pLimit from 'p-limit'

/**
 * Runs the task for every item, at most `width` at a time. Starts no further one after a failure, and waits for those that
 * run: they must not outlive the caller's lock.
 *
 * @returns the results in the order of the items
 * @throws the error that came first
 */
export async function eachLimited<Item, Result>(
  items: readonly Item[],
  width: number,
  task: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit({ concurrency: width, rejectOnClear: true })
  const errors: unknown[] = []
  const attempt = async (item: Item, index: number) => {
    try {
      return await task(item, index)
    } catch (error) {
      errors.push(error)
      // Here, before the pool hears of the failure and takes the next item.
      limit.clearQueue()
      throw error
    }
  }
  const runs = items.map((item, index) => limit(attempt, item, index))
  await Promise.allSettled(runs)
  if (errors.length > 0) throw errors[0]
  return Promise.all(runs)
}
