import type { Finding } from '../finding.ts'
import { fleetDefaults } from './defaults.ts'
import { parseRepositoryUrl } from './repository-url.ts'
import type { FleetInput } from './schema.ts'
import type { FleetSpec, Repository } from './spec.ts'
import { derivedWeb, givenWeb, revisionOf } from './web.ts'

/** What was written, with defaults filled in, and what of the repository cannot be used. */
export function resolveFleet(input: FleetInput): { spec: FleetSpec; findings: Finding[] } {
  const { gitops, versions } = fleetDefaults
  const repository = resolveRepository(input.repository)
  const decryption = input.gitops?.flux?.decryption
  const spec: FleetSpec = {
    repository: repository.value,
    gitops: {
      argocd: { ...gitops.argocd, ...input.gitops?.argocd },
      flux: {
        ...gitops.flux,
        ...input.gitops?.flux,
        decryption:
          decryption === undefined || decryption === null
            ? gitops.flux.decryption
            : { provider: decryption.provider, secretRef: decryption.secretRef ?? null },
      },
    },
    rings:
      input.rings?.map(({ name, maxUpdate = null, channel = null, revision = null }) => ({
        name,
        maxUpdate,
        channel,
        revision,
      })) ?? null,
    versions: { ...versions, ...input.versions },
  }
  return { spec, findings: repository.findings }
}

function resolveRepository(input: FleetInput['repository']): { value: Repository; findings: Finding[] } {
  const defaults = fleetDefaults.repository
  if (input === undefined) return { value: defaults, findings: [] }
  const findings: Finding[] = []
  const url = parseRepositoryUrl(input.url)
  const revision = revisionOf(input.revision ?? defaults.revision)
  const folder = resolveFolder(input.path ?? defaults.path)
  if (folder === undefined) findings.push(pathOutside(input.path ?? ''))
  if ('code' in url) {
    // The address itself is not repeated: what is refused may be a password.
    const { code, expected, remedy } = url
    findings.push({ code, path: ['repository', 'url'], message: `repository.url: expected ${expected}`, remedy })
    return { value: { ...defaults, path: folder ?? '' }, findings }
  }
  const web = webOf(input.web, url, revision)
  if (web === undefined) findings.push(unknownHost(input.web, url.host))
  if (url.ssh && input.secretRef === undefined) findings.push(sshWithoutSecret)
  const { argocdUrl, fluxUrl } = url
  return {
    value: {
      argocdUrl,
      fluxUrl,
      web: web ?? defaults.web,
      revision: input.revision?.replace(/^refs\/heads\//, '') ?? defaults.revision,
      path: folder ?? '',
      secretRef: input.secretRef ?? null,
    },
    findings,
  }
}

function webOf(
  written: string | undefined,
  { host, path }: { host: string; path: string },
  revision: ReturnType<typeof revisionOf>,
): string | undefined {
  return written === undefined ? derivedWeb(host, path, revision) : givenWeb(written, revision)
}

/** A folder without slashes at its ends; undefined for what is outside the repository or is no plain path. */
function resolveFolder(path: string): string | undefined {
  const plain = path.replace(/^(\.\/)+/, '').replace(/\/+$/, '')
  if (plain === '' || plain === '.') return path.startsWith('/') ? undefined : ''
  const parts = plain.split('/')
  const isPlain = (part: string) => /^[-A-Za-z0-9_.@+]+$/.test(part) && part !== '..' && part !== '.'
  return parts.every(isPlain) ? plain : undefined
}

function pathOutside(path: string): Finding {
  const leaves = path.startsWith('/') || path.split(/[/\\]/).includes('..')
  return {
    code: leaves ? 'path-outside-repository' : 'bad-path',
    path: ['repository', 'path'],
    message: `repository.path: ${JSON.stringify(path)} ${leaves ? 'is outside the repository' : 'is not a plain folder'}`,
    remedy: 'write the folder relative to the root of the repository, with "/" and without "..": platform/metrics',
  }
}

function unknownHost(web: string | undefined, host: string): Finding {
  const given = web !== undefined
  return {
    code: 'web-unknown',
    path: ['repository', given ? 'web' : 'url'],
    also: [['repository', 'web']],
    message: given
      ? 'repository.web: how this host links to a file is not known'
      : `the web URL of the repository cannot be derived from the host ${host}`,
    remedy: `write repository.web with {revision} and {file}: https://${host}/<repository>/src/{revision}/{file}`,
  }
}

const sshWithoutSecret: Finding = {
  severity: 'warning',
  code: 'ssh-without-secret',
  path: ['repository', 'url'],
  message: 'Flux reads a repository over SSH only with a Secret, and repository.secretRef is not set',
  remedy: 'write secretRef: <the Secret with identity and known_hosts>, or secretRef: null where Argo CD is used',
}
