import { isReady, nameOf } from '../cluster/kube.ts'
import { expect } from '../failure.ts'
import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { newcomers, renewed, withGrpcTls } from '../harness/grpc-tls.ts'
import { last } from '../harness/lasting.ts'
import { killInTurn } from '../harness/pods.ts'

/** Seconds until it ends, in which every pod has to get it; then seconds without a valid one. */
const [validity, length] = [120, 60]
/** Milliseconds. */
const day = 86_400_000

export const fault: Fault = {
  name: 'certificate-expired',
  title: 'The certificate of gRPC has expired for a minute, in which a Query and an ingestor are killed',
  modes: ['receive-mode', 'everything'],
  promise: {
    continues:
      'Writing and queries over open connections, to the ingestors and by the Query that are left; servers close connections after an hour.',
    pauses:
      'Every new connection fails. A Query that starts knows no StoreAPI and is not Ready; nobody reaches an ingestor that starts.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withGrpcTls,
  async run(world, traffic) {
    const ends = Date.now() + validity * 1000
    const { query, ingestor } = await newcomers(world)
    try {
      await renewed(world, ends)
      await last(Math.max(0, ends - Date.now()) / 1000 + 1)
      traffic.note('the certificate has expired')
      const before = await readyQueries(world)
      await killInTurn(world, traffic, [query, ingestor])
      await last(length)
      expect((await readyQueries(world)) < before, 'a Query that knows no StoreAPI is Ready')
    } finally {
      await renewed(world, Date.now() + day)
      traffic.note('the certificate is valid again')
    }
    const begun = Date.now()
    await world.ready(240)
    return [
      { what: 'expired', value: `for ${length} s, with ${nameOf(query)} and ${nameOf(ingestor)} started anew` },
      { what: 'all Ready with the valid one', value: `after ${((Date.now() - begun) / 1000).toFixed(0)} s` },
    ]
  },
}

async function readyQueries({ kube, namespace }: World): Promise<number> {
  return (await kube.podsOf(namespace, 'thanos-query')).filter(isReady).length
}
