import { seconds } from '@thanos-fleet/kubernetes'
import type { World } from '../../world.ts'

/**
 * As long as Query takes, in seconds: Grafana and Rule wait no less. A small machine is slow to read the many blocks of
 * minutes that this test makes.
 */
export function waitingFor({ spec }: World): { timeout: number } {
  return { timeout: seconds(spec.query.timeout) }
}
