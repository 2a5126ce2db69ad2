/** A thread of the pool: a session that does what messages say. */
import { parentPort, workerData } from 'node:worker_threads'
import { useCompileCache } from '../compile-cache.ts'
import type { Generator } from './generator.ts'
import type { Reply, Request, WorkerData } from './protocol.ts'

useCompileCache()
const { Session } = await import('./session.ts')
const { bind } = await import('./read-fleet.ts')
const data: WorkerData = workerData
const loaded: { default: Generator } = await import(data.generatorUrl)
const { generator } = bind(loaded.default, { text: data.fleetText, diagnostics: [] })
const session = new Session(data.repository, generator ?? loaded.default, data.options)

parentPort?.on('message', (request: Request) => parentPort?.postMessage(answer(request)))

function answer(request: Request): Reply {
  switch (request.do) {
    case 'run':
      return { done: 'run', results: request.work.map((work) => session.run(work)) }
    case 'stage':
      return { done: 'stage', problems: session.stage() }
    case 'commit':
      session.commit()
      return { done: 'commit' }
    case 'settled':
      return { done: 'settled', units: session.settled(request.started) }
    case 'discard':
      session.discard()
      return { done: 'discard' }
  }
}
