import { type ClusterSpec, type Path, sectionsOf } from '@thanos-fleet/cluster-spec'
import { isWorkload, type Container } from '@thanos-fleet/kubernetes'
import { desired } from './desired.ts'

/** A flag of `extraFlags` on which other parts of the stack rely. */
export interface OwnedFlag {
  code: 'flag-set-by-stack'
  path: Path
  message: string
  remedy: string
}

/**
 * Flags that are not generated, and change where or how a program is reached: Services, probes, policies, scrape jobs and
 * clients go on asking as before.
 */
const serving =
  /^(web\.(listen-address|route-prefix|external-prefix|config[.-]file|disable|telemetry-path|systemd-socket)|http\.config|(http|grpc|remote-write)[.-]address|cluster\.(listen|advertise)-address|(telemetry-)?(host|port)|tls-config|(grpc|remote-write\.)-?server-tls-.*)$/

/** Refuses flags that would take a program away from those who rely on it: derived from the arguments that it has without them. */
export function ownedFlags(spec: ClusterSpec): OwnedFlag[] {
  const asked = sectionsOf(spec).filter(({ settings }) => Object.keys(settings.extraFlags).length > 0)
  if (asked.length === 0) return []
  const containers = containersOf(withoutExtraFlags(spec))
  return asked.flatMap(({ component, path, settings }) => {
    const args = containers.filter(({ name }) => name === component).flatMap((container) => container.args ?? [])
    return Object.entries(settings.extraFlags).flatMap(([flag, value]): OwnedFlag[] => {
      const name = flag.replace(/^no-/, '')
      const why =
        reason(name, args) ?? (isPathOfUrl(name, value) ? 'its path would be a part of every address' : undefined)
      if (why === undefined) return []
      return [
        {
          code: 'flag-set-by-stack',
          path: [...path, 'extraFlags', flag],
          message: `${path.join('.')}.extraFlags: --${flag} cannot be set here: ${why}`,
          remedy: remedy(name),
        },
      ]
    })
  })
}

const customResources = '--custom-resource-state-config='

/** Why a flag is the stack's own; undefined: it is not. */
function reason(name: string, args: readonly string[]): string | undefined {
  const values = args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3))
  if (values.some((value) => /:\d{2,5}$/.test(value)))
    return 'Services, probes, NetworkPolicies and clients know this address'
  if (serving.test(name)) return 'Services, probes, NetworkPolicies and scrape jobs know where and how it is served'
  if (/^tracing\.config(-file)?$/.test(name) && args.some((arg) => arg.startsWith('--tracing.config=')))
    return 'tracing says where spans go, and NetworkPolicies follow it'
  if (/^custom-resource-state-config(-file)?$/.test(name) && args.some((arg) => arg.startsWith(customResources)))
    return 'it has the metrics of certificates, which alerts need'
  if (values.some((value) => value.startsWith('/'))) return 'the file or directory is mounted there'
  return undefined
}

/** Prometheus and Alertmanager serve below the path of their external URL. */
function isPathOfUrl(name: string, value: string | string[] | boolean): boolean {
  return name === 'web.external-url' && !/^https?:\/\/[^/]+\/?$/.test(String(value))
}

function remedy(name: string): string {
  if (name === 'web.external-url') return 'write a URL without a path, or ingress.hosts'
  if (name.startsWith('tracing.')) return 'remove it, or tracing'
  if (/config|file|dir|path/.test(name))
    return 'remove it; a file that no setting changes is changed by a patch in patches/'
  return 'remove it; ports and addresses are the same in every cluster'
}

/** The specification with no flags of people in any section. */
function withoutExtraFlags(spec: ClusterSpec): ClusterSpec {
  const cleared = structuredClone(spec)
  for (const { settings } of sectionsOf(cleared)) settings.extraFlags = {}
  return cleared
}

function containersOf(spec: ClusterSpec): Container[] {
  return desired(spec)
    .objects.filter(isWorkload)
    .flatMap(({ spec }) => spec?.template.spec?.containers ?? [])
}
