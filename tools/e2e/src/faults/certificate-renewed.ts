import type { Fault } from '../harness/fault.ts'
import { newcomers, renewed, withGrpcTls } from '../harness/grpc-tls.ts'
import { killInTurn, podReady } from '../harness/pods.ts'

/** Milliseconds: much more than the test lasts. */
const validity = 86_400_000

export const fault: Fault = {
  name: 'certificate-renewed',
  title: 'The certificate of gRPC is renewed; then a Query and an ingestor are killed, whose connections are new ones',
  modes: ['receive-mode', 'everything'],
  promise: {
    continues: 'Everything: servers and clients read the files again at each new connection. Open ones go on.',
    pauses: 'Nothing.',
    lostSamples: 0,
    failedQueries: 0,
  },
  where: withGrpcTls,
  async run(world, traffic) {
    const { servers, seconds } = await renewed(world, Date.now() + validity)
    traffic.note('the certificate is renewed')
    const { query, ingestor } = await newcomers(world)
    await killInTurn(world, traffic, [query, ingestor])
    await podReady(world, ingestor, 120)
    await world.ready(120)
    return [{ what: 'renewed', value: `at ${servers} gRPC servers after ${seconds.toFixed(0)} s; then 2 pods killed` }]
  },
}
