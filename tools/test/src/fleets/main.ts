/** `npm run test:fleets`: the whole `npm test` in forks with other clusters, an empty fleet and a foreign one. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fork } from './copy.ts'
import { foreignClusters } from './foreign.ts'

const root = resolve(import.meta.dirname, '../../../..')
const fleets: Readonly<Record<string, Readonly<Record<string, string>>>> = { empty: {}, foreign: foreignClusters }
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in fleets))
if (unknown.length > 0) {
  console.error(`There is no fleet "${unknown.join(', ')}". There are: ${Object.keys(fleets).join(', ')}.`)
  process.exitCode = 64
} else {
  const summaries: string[] = []
  for (const name of asked.length === 0 ? Object.keys(fleets) : asked) {
    const [code, summary] = await testedIn(fleets[name] ?? {})
    summaries.push(`${name}: ${summary}`)
    if (code !== 0) process.exitCode = 1
  }
  console.log(`\n${summaries.join('\n')}`)
}

/** Generates and tests a fork. @returns the exit code, and the last line of the output */
async function testedIn(clusters: Readonly<Record<string, string>>): Promise<[number, string]> {
  const folder = fork(root, clusters)
  try {
    const generated = await run(folder, 'apps/gen/src/main.ts', 'overlays')
    return generated[0] === 0 ? await run(folder, 'tools/test/src/main.ts') : generated
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(folder: string, program: string, ...args: string[]): Promise<[number, string]> {
  const path = `${join(folder, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}`
  const child = spawn('node', [program, ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let text = ''
  child.stdout.on('data', (part) => {
    process.stdout.write(String(part))
    text += String(part)
  })
  return new Promise((settle) => {
    child.on('close', (code) => settle([code ?? 1, text.trimEnd().split('\n').at(-1) ?? '']))
  })
}
