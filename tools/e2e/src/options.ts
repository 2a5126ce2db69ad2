import { parseArgs } from 'node:util'
import { type ClusterName, clusterNames } from './workspace/clusters.ts'

export interface Options {
  clusters: ClusterName[]
  /** Names of checks, faults and walks; empty: all. */
  only: string[]
  checks: boolean
  /** What is run after the checks. */
  faults: boolean
  migration: boolean
  counterProofs: boolean
  /** The stack and the servers stay when the run ends. */
  keep: boolean
  /** Uses what an earlier run with --keep left. */
  attach: boolean
  adapter: string
  /** Factor of all patience, for a machine that others use as well. */
  patience: number
  /** The folder of reports. */
  out: string
}

export const usage = `npm run e2e -- [options]

  --mode NAME        a mode to test, or "everything": one cluster with all of cluster.yaml switched on; repeat for several
                     (default: all four)
  --only NAME        only this check or fault; repeat for several
  --without-checks   only what the next four ask for
  --faults           also the faults (docs/reliability.md)
  --migration        also the move from sidecar-mode to receive-mode and back
  --counter-proofs   also show that each check fails on its broken manifest
  --all              all of the above
  --keep             leave the stack running
  --attach           use the stack that an earlier run left with --keep
  --adapter ADAPTER  kit:FOLDER,SCRIPTS, kind:NAME or plain:KUBECONFIG (default: $E2E_ADAPTER)
  --patience FACTOR  wait longer for everything, on a machine that is busy (default: 1)
  --out FOLDER       reports (default: .tools/e2e/report)

Exit codes: 0 all held; 1 a check failed; 64 the command line is wrong; 70 the test itself failed.
`

/** Reads the command line. @throws Error with what is wrong */
export function optionsOf(args: string[], environment: Record<string, string | undefined>): Options {
  const { values } = parseArgs({
    args,
    options: {
      mode: { type: 'string', multiple: true, default: [] },
      only: { type: 'string', multiple: true, default: [] },
      faults: { type: 'boolean', default: false },
      migration: { type: 'boolean', default: false },
      'counter-proofs': { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      attach: { type: 'boolean', default: false },
      'without-checks': { type: 'boolean', default: false },
      adapter: { type: 'string' },
      patience: { type: 'string', default: '1' },
      out: { type: 'string', default: '.tools/e2e/report' },
    },
  })
  const adapter = values.adapter ?? environment['E2E_ADAPTER']
  if (adapter === undefined) throw new Error('no cluster: give --adapter or E2E_ADAPTER')
  return {
    clusters: values.mode.length === 0 ? [...clusterNames] : values.mode.map(clusterOf),
    checks: !values['without-checks'],
    only: values.only,
    keep: values.keep,
    attach: values.attach,
    adapter,
    patience: patienceOf(values.patience),
    out: values.out,
    faults: values.faults || values.all,
    migration: values.migration || values.all,
    counterProofs: values['counter-proofs'] || values.all,
  }
}

function patienceOf(text: string): number {
  const factor = Number(text)
  if (!(factor >= 1 && factor <= 10)) throw new Error(`there is no patience of ${JSON.stringify(text)}: 1 to 10`)
  return factor
}

function clusterOf(name: string): ClusterName {
  const cluster = clusterNames.find((known) => known === name)
  if (cluster === undefined)
    throw new Error(`there is no mode ${JSON.stringify(name)}; known: ${clusterNames.join(', ')}`)
  return cluster
}
