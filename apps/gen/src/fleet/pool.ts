import { Worker } from 'node:worker_threads'
import type { Executor } from './executor.ts'
import type { Reply, Request, WorkerData } from './protocol.ts'
import type { Work } from './result.ts'

/** So many clusters go to a thread at once: few messages, and the last threads to finish still end together. */
const batchSize = 8

/**
 * Shares the clusters out over threads, each of which keeps those it planned until they are written. That is why the pool is
 * our own: pools of packages send a call to any thread, and a plan, of which most is text, would have to be copied back here
 * to be written by another one.
 */
export function pool(threads: number, data: WorkerData): Executor {
  const members = Array.from({ length: threads }, () => new Member(data))
  const all = (request: Request) => Promise.all(members.map((member) => member.ask(request)))
  return {
    async run(work, onResult) {
      const batches = batchesOf(work)
      await Promise.all(
        members.map(async (member) => {
          for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
            const reply = await member.ask({ do: 'run', work: batch })
            if (reply.done === 'run') reply.results.forEach(onResult)
          }
        }),
      )
    },
    async stage() {
      const replies = await all({ do: 'stage' })
      return replies.flatMap((reply) => (reply.done === 'stage' ? reply.problems : []))
    },
    async commit() {
      await all({ do: 'commit' })
    },
    async settled(started) {
      const replies = await all({ do: 'settled', started })
      return replies.flatMap((reply) => (reply.done === 'settled' ? reply.units : []))
    },
    async discard() {
      await all({ do: 'discard' })
    },
    async close() {
      await Promise.all(members.map((member) => member.close()))
    },
  }
}

function batchesOf(work: readonly Work[]): Work[][] {
  const batches: Work[][] = []
  for (let start = 0; start < work.length; start += batchSize) batches.push(work.slice(start, start + batchSize))
  return batches
}

/** One thread, which answers its requests one after the other. */
class Member {
  readonly #worker: Worker
  #settle: { resolve: (reply: Reply) => void; reject: (error: unknown) => void } | undefined

  constructor(data: WorkerData) {
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: data })
    this.#worker.on('message', (reply: Reply) => this.#settle?.resolve(reply))
    this.#worker.on('error', (error) => this.#settle?.reject(error))
  }

  ask(request: Request): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#worker.postMessage(request)
    })
  }

  async close(): Promise<void> {
    await this.#worker.terminate()
  }
}
