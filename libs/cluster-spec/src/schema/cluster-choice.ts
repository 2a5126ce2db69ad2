import { modeNames } from '@thanos-fleet/catalog'
import { z } from 'zod'
import { atLeastOne } from './one-of.ts'
import { dnsLabel, field, nonEmpty } from './primitives.ts'

const selector = z
  .strictObject({
    ring: field(dnsLabel, 'All of this ring.'),
    mode: field(z.enum(modeNames), 'All of this mode.'),
    externalLabels: field(z.record(nonEmpty, nonEmpty), 'All that have these external labels.'),
  })
  .transform((value, context) => {
    atLeastOne(value, ['ring', 'mode', 'externalLabels'], 'clusters', context)
    return value
  })
  .meta({ minProperties: 1 })

/** Clusters of the fleet: one by its name, or all that have what is given. */
export const clusterChoice = z.union([dnsLabel, selector])
