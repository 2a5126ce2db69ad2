import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTools, run } from '@thanos-fleet/cli-tools'
import { loadCluster } from '@thanos-fleet/cluster-spec'

/** How each program is asked about files, and how its output says that it takes one. */
const programs = {
  promtool: {
    args: ['check', 'config', '--syntax-only'],
    takes: (output: string, file: string) => output.includes(`SUCCESS: ${file} is valid`),
  },
  amtool: {
    args: ['check-config'],
    // Warnings may stand between the name of the file and the verdict.
    takes: (output: string, file: string) =>
      /SUCCESS|FAILED/.exec(output.slice(output.indexOf(`Checking '${file}'`)))?.[0] === 'SUCCESS',
  },
} as const

/** Whether a program takes each of these configurations, which it is shown in one call. */
export async function takenBy(program: keyof typeof programs, configurations: readonly unknown[]): Promise<boolean[]> {
  const { args, takes } = programs[program]
  const directory = mkdtempSync(join(tmpdir(), 'expressions-'))
  try {
    const files = configurations.map((configuration, index) => {
      const file = join(directory, `${index}.json`)
      writeFileSync(file, JSON.stringify(configuration))
      return file
    })
    const tools = await ensureTools([program], { log: () => undefined })
    const { stdout } = await run(tools[program], [...args, ...files])
    return files.map((file) => takes(stdout, file))
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

/** Whether a cluster with these settings is taken; what it is refused for is one of these codes. */
export function isTaken(settings: object, ...codes: string[]): boolean {
  const objectStore = { type: 'S3', bucket: 'b', endpoint: 's3.example.com', credentials: { secret: 's' } }
  const document = { name: 'x', mode: 'sidecar-mode', objectStore, ...settings }
  const loaded = loadCluster({ path: 'clusters/x/cluster.yaml', text: JSON.stringify(document) })
  if (loaded.ok) return true
  const stranger = loaded.diagnostics.find(({ code, severity }) => severity === 'error' && !codes.includes(code))
  if (stranger !== undefined) throw new Error(`${JSON.stringify(settings)}: ${stranger.message}`)
  return false
}
