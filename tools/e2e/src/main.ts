/** `npm run e2e`: proves on a real Kubernetes cluster that data flows, see README.md. */
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { adapterOf } from './adapters/choose.ts'
import { messageOf } from './cluster/until.ts'
import { optionsOf, usage } from './options.ts'
import { junit } from './report/junit.ts'
import { markdown } from './report/markdown.ts'
import type { Result } from './report/result.ts'
import { versionsOf } from './report/versions.ts'
import { run } from './run.ts'

const begun = Date.now()
const results: Result[] = []
const log = (line: string) =>
  process.stderr.write(`${String(Math.round((Date.now() - begun) / 1000)).padStart(5)}s  ${line}\n`)

try {
  const options = optionsOf(process.argv.slice(2), process.env)
  const adapter = adapterOf(options.adapter)
  const out = join(repositoryRoot, options.out)
  mkdirSync(out, { recursive: true })
  try {
    await run(adapter, options, log, (result) => {
      results.push(result)
      log(
        `${result.kind} ${result.name}: ${result.outcome} in ${(result.milliseconds / 1000).toFixed(0)} s${result.message === '' ? '' : `: ${result.message}`}`,
      )
      for (const { what, value, promised } of result.figures)
        log(`    ${what}: ${value}${promised === undefined ? '' : ` (promised: ${promised})`}`)
    })
  } finally {
    writeFileSync(join(out, 'report.md'), markdown(results, await versionsOf(adapter)))
    writeFileSync(join(out, 'junit.xml'), junit(results))
  }
  const wrong = results.filter(({ outcome }) => outcome === 'failed' || outcome === 'error')
  log(`${results.length - wrong.length} of ${results.length} held`)
  process.exitCode = wrong.length === 0 ? 0 : 1
} catch (error) {
  const wrongArguments =
    error instanceof Error &&
    (('code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) ||
      /^(there is no|no cluster)/.test(error.message))
  process.stderr.write(
    wrongArguments
      ? `${messageOf(error)}\n\n${usage}`
      : `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exitCode = wrongArguments ? 64 : 70
}
// A port-forward that is still open would keep the process.
process.exit()
