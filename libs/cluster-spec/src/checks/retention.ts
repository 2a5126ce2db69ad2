import { type Duration, seconds } from '@thanos-fleet/kubernetes'
import type { Finding } from '../finding.ts'
import type { Path } from '../yaml/position.ts'
import type { Check } from './check.ts'

const kept = (duration: Duration): number => (seconds(duration) === 0 ? Infinity : seconds(duration))

/**
 * Compact makes 5-minute blocks of raw blocks that are 40 hours old, and 1-hour blocks of 5-minute blocks that are 10
 * days old: a resolution that is deleted before leaves nothing to make the next of (wiring rule 19).
 * Source: https://thanos.io/tip/components/compact.md/#downsampling
 */
export const downsampling: Check = ({ compact: { retention } }) => [
  ...tooShort(['compact', 'retention', 'raw'], retention.raw, '40h', '5-minute'),
  ...tooShort(['compact', 'retention', 'fiveMinutes'], retention.fiveMinutes, '10d', '1-hour'),
]

function tooShort(path: Path, retention: Duration, least: Duration, next: string): Finding[] {
  if (kept(retention) >= seconds(least)) return []
  return [
    {
      code: 'retention-destroys-downsampling',
      path,
      message: `${path.join('.')} is ${retention}, but ${next} blocks are only created from blocks older than ${least}`,
      remedy: `write at least ${least}, or 0d to keep them forever`,
    },
  ]
}

/** A coarser resolution that goes first is made again from the finer one at every run, only to be deleted again. */
export const retentionOrder: Check = ({ compact: { retention } }) => {
  const steps = [
    ['fiveMinutes', retention.fiveMinutes, 'raw', retention.raw],
    ['oneHour', retention.oneHour, 'fiveMinutes', retention.fiveMinutes],
  ] as const
  return steps.flatMap(([coarse, coarseFor, fine, fineFor]): Finding[] => {
    if (kept(coarseFor) >= kept(fineFor)) return []
    return [
      {
        code: 'retention-order',
        path: ['compact', 'retention', coarse],
        also: [['compact', 'retention', fine]],
        message:
          `compact.retention.${coarse} (${coarseFor}) is shorter than compact.retention.${fine} (${fineFor}):` +
          ' the coarser blocks would be created and deleted over and over',
        remedy: `keep ${coarse} at least as long as ${fine}`,
      },
    ]
  })
}
