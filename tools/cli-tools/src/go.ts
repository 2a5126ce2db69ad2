import { $, which } from 'zx'

/** The oldest Go that compiles every module, as [major, minor]. */
const minimum = [1, 26] as const

/** Whether the text of `go version` names a Go that is new enough. */
export function isSupportedGo(goVersion: string): boolean {
  const [, major, minor] = /\bgo(\d+)\.(\d+)/.exec(goVersion) ?? []
  if (major === undefined || minor === undefined) return false
  return Number(major) > minimum[0] || (Number(major) === minimum[0] && Number(minor) >= minimum[1])
}

/** Removes the fallback to version control hosts: modules come from the configured proxy, or the build fails. */
export function withoutDirect(goProxy: string): string {
  return goProxy.replace(/[,|]direct$/, '')
}

/**
 * Environment for Go commands that gives the same result on every machine, whatever the user's Go settings.
 * Throws an Error naming `purpose` when Go is missing or too old.
 */
export async function goEnvironment(purpose: string): Promise<NodeJS.ProcessEnv> {
  const needed = `Go ${minimum.join('.')} or newer is needed to build ${purpose}`
  if ((await which('go', { nothrow: true })) === null) {
    throw new Error(`${needed}, and there is no "go" on PATH. See https://go.dev/dl/`)
  }
  const local = { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off' }
  const ask = $({ quiet: true, env: local })
  const [version, proxy] = await Promise.all([ask`go version`, ask`go env GOPROXY`])
  if (!isSupportedGo(version.stdout)) throw new Error(`${needed}; found: ${version.stdout.trim()}`)
  return { ...local, GOFLAGS: '-mod=readonly', CGO_ENABLED: '0', GOPROXY: withoutDirect(proxy.stdout.trim()) }
}
