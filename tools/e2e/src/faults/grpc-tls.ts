import type { World } from '../world.ts'
import type { Fault } from '../harness/fault.ts'
import { encrypted, prepared, replaceAll } from '../harness/grpc-tls.ts'

/** Seconds: three ingestors, each of which has to be Ready for two minutes before the next. */
const patience = 900

/** As docs/cluster-yaml.md says; null is the end. */
const steps = ['readers', 'servers', null] as const

export const fault: Fault = {
  name: 'grpc-tls',
  title: 'gRPC is switched to TLS, in the three steps of docs/cluster-yaml.md',
  modes: ['receive-mode'],
  promise: {
    continues:
      'Scraping, and queries of everything that was written before: Query asks both kinds of servers meanwhile.',
    pauses:
      'Writing, in the second step: routers have TLS within a minute, and ingestors one after the other. Prometheus keeps the samples and repeats them.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withCertificate,
  async run(world, traffic) {
    const times: string[] = []
    for (const step of steps) {
      const begun = Date.now()
      traffic.note(`grpcTls.step: ${step}`)
      await world.change({ grpcTls: { ...encrypted.grpcTls, step } })
      await world.ready(patience)
      times.push(`${((Date.now() - begun) / 1000).toFixed(0)} s`)
    }
    return [{ what: 'gRPC switched to TLS', value: `in steps of ${times.join(', ')}` }]
  },
}

/** With the Secret that cert-manager would have made, and afterwards all in the clear again. */
async function withCertificate<Value>(world: World, run: () => Promise<Value>): Promise<Value> {
  const before = world.workspace.text
  await prepared(world, encrypted)
  try {
    return await run()
  } finally {
    await world.synchronise(world.workspace.set(before))
    await replaceAll(world)
  }
}
