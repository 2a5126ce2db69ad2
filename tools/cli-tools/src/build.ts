import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { $ } from 'zx'
import { placeholderModule } from './placeholder-module.ts'
import type { Pin } from './pins.ts'
import { binDir } from './paths.ts'
import { stampFile } from './installed.ts'
import { reportedVersion } from './reported-version.ts'

/**
 * Builds one tool and installs it and its stamp into `.tools/bin` by renaming, so that nobody ever sees half a file.
 * `status` is told how many packages have been compiled. Throws an Error with the end of Go's output.
 */
export async function buildTool(pin: Pin, env: NodeJS.ProcessEnv, status: (text: string) => void): Promise<void> {
  await mkdir(path.dirname(stampFile(pin.name)), { recursive: true })
  const partial = path.join(binDir(), `.${pin.name}.${process.pid}.tmp`)
  const placeholder = pin.missingEmbed === undefined ? undefined : await placeholderModule(pin, pin.missingEmbed, env)
  try {
    await compile(pin, partial, placeholder?.goMod, env, status)
    const version = await reportedVersion(partial, pin.versionArgs)
    if (version !== pin.version) {
      throw new Error(`${pin.name} built from ${pin.provider} reports "${version}", not "${pin.version}"`)
    }
    await rename(partial, path.join(binDir(), pin.name))
    await writeFile(stampFile(pin.name), pin.stamp)
  } finally {
    await rm(partial, { force: true })
    await placeholder?.remove()
  }
}

async function compile(
  pin: Pin,
  output: string,
  goMod: string | undefined,
  env: NodeJS.ProcessEnv,
  status: (text: string) => void,
): Promise<void> {
  const args = ['-v', '-buildvcs=false', '-trimpath', '-ldflags', pin.ldflags, '-o', output]
  if (pin.tags !== undefined) args.push('-tags', pin.tags.join(','))
  if (goMod !== undefined) args.push(`-modfile=${goMod}`)
  const build = $({ quiet: true, nothrow: true, cwd: pin.dir, env })`go build ${args} ${pin.package}`
  let compiled = 0
  let downloaded = 0
  let tail: string[] = []
  build.stderr.on('data', (chunk: Buffer) => {
    const lines = chunk
      .toString()
      .split('\n')
      .filter((line) => line !== '')
    const downloads = lines.filter((line) => line.startsWith('go: downloading')).length
    downloaded += downloads
    compiled += lines.length - downloads
    tail = [...tail, ...lines].slice(-30)
    status(`${downloaded} modules downloaded, ${compiled} packages compiled`)
  })
  const { exitCode } = await build
  if (exitCode !== 0) {
    throw new Error(`building ${pin.name} ${pin.version} failed (go build, exit ${exitCode}):\n${tail.join('\n')}`)
  }
}
