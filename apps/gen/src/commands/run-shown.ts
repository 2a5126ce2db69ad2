import { outputProgress } from '@thanos-fleet/text/progress'
import { runFleet, type RunOptions, type RunResult } from '../fleet/run.ts'
import { generatorUrl } from './common.ts'

/** Generates or compares the fleet, and shows on standard error how far it is. */
export async function runShown(options: Omit<RunOptions, 'generatorUrl' | 'onProgress'>): Promise<RunResult> {
  const progress = outputProgress(process.stderr)
  const onProgress = (done: number, total: number) => progress.status('clusters', `${done} of ${total}`)
  try {
    return await runFleet({ ...options, generatorUrl, onProgress })
  } finally {
    progress.stop()
  }
}
