import type { ToolName } from '@thanos-fleet/cli-tools'

/** A program that can be started, and the line of its log that only follows when it has taken its flags and files. */
export interface Program {
  tool: ToolName
  milestones: RegExp[]
  beyondReach?: RegExp
}

/**
 * What only the cluster has: the identity of a pod in the cloud, which some buckets want before anything else, and the
 * addresses of memcached. Thanos asks for them after it has accepted its flags and files.
 */
const onlyInCluster = /failed to resolve addresses for memcached|failed to acquire a token|could not find default credentials|credentials file|metadata\.google|instance metadata|OKE|workload identity/i

/** The subcommands of Thanos say where they are in different words. */
const thanosMilestones: Record<string, RegExp[]> = {
  sidecar: [/msg="starting sidecar"/, listening()],
  query: [/msg="initial DNS resolution completed"/, /msg="starting query node"/, listening()],
  'query-frontend': [/msg="starting query frontend"/, listening()],
  store: [/msg="loading index cache configuration"/, /msg="starting store node"/, listening()],
  compact: [/msg="starting compact node"/, listening()],
  rule: [/msg="reload rule files"/, listening()],
  receive: [/mode=(RouterOnly|IngestorOnly)/, /msg="Set up hashring for the given hashring config\."|mode=IngestorOnly/, listening()],
  tools: [/msg="loading bucket configuration"/, listening()],
}

function listening(): RegExp {
  return /msg="listening for requests and metrics"/
}

/** The program behind an image, or the reason why it cannot be started here. */
export function programOf(image: string, args: readonly string[]): Program | { unchecked: string } {
  const name = image.replace(/@.*$/, '').replace(/:[^:/]*$/, '').replace(/^.*\//, '')
  switch (name) {
    case 'thanos':
      return { tool: 'thanos', milestones: thanosMilestones[args[0] ?? ''] ?? [/$^/], beyondReach: onlyInCluster }
    case 'prometheus':
      return { tool: 'prometheus', milestones: [/Completed loading of configuration file/, /Server is ready to receive web requests/] }
    case 'alertmanager':
      return { tool: 'alertmanager', milestones: [/Starting Alertmanager/, /unable to join gossip mesh|Listening on/] }
    case 'node-exporter':
      return { tool: 'node_exporter', milestones: [/Listening on/] }
    case 'kube-state-metrics':
      return { tool: 'kube-state-metrics', milestones: [/Used resources|Starting kube-state-metrics/] }
    case 'prometheus-config-reloader':
      return { tool: 'prometheus-config-reloader', milestones: [/Starting web server|msg="?started watching|Starting prometheus-config-reloader/i] }
    case 'grafana':
      return { unchecked: 'takes no arguments; its front end is in no module' }
    default:
      return { unchecked: `${name} is no Go program of this repository's tools` }
  }
}
