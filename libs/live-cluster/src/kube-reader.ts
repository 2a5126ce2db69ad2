import { ApiException, AppsV1Api, CoreV1Api, KubeConfig } from '@kubernetes/client-node'
import { namespaceNames } from '@thanos-fleet/catalog'
import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import { rolloutsOf } from '@thanos-fleet/kube-client'
import { selectorLabels } from '@thanos-fleet/kubernetes'
import { forwarded } from './forward.ts'
import type { ClusterReader, Pod } from './reader.ts'

const requestSeconds = 60
const partOf = 'app.kubernetes.io/part-of=thanos-fleet'

/** The API server did not answer, or refused. */
export class Unreachable extends Error {}

/**
 * Reads a kubeconfig.
 * @param context its current one by default
 * @throws Unreachable where there is no such file or context
 */
export function configFrom(file: string, context?: string): KubeConfig {
  const config = new KubeConfig()
  try {
    config.loadFromFile(file)
  } catch (error) {
    throw new Unreachable(error instanceof Error ? error.message : String(error))
  }
  const known = config.getContexts().map(({ name }) => name)
  if (context !== undefined && !known.includes(context)) {
    throw new Unreachable(`${file} has no context ${JSON.stringify(context)}; it has ${known.join(', ')}`)
  }
  if (context !== undefined) config.setCurrentContext(context)
  return config
}

/** Asks a cluster that a kubeconfig leads to. Reads only: objects of the namespaces of the stack, and pages of its pods. */
export function kubeReader(config: KubeConfig, { namespace }: Pick<ClusterSpec, 'namespace'>): ClusterReader {
  const core = config.makeApiClient(CoreV1Api)
  const apps = config.makeApiClient(AppsV1Api)
  return {
    workloads: () =>
      answered(async () =>
        (await Promise.all(namespaceNames(namespace).map((each) => rolloutsOf(apps, each, partOf)))).flat(),
      ),
    async pods(component) {
      const labelSelector = Object.entries(selectorLabels(component))
        .map((pair) => pair.join('='))
        .join(',')
      const { items } = await answered(() => core.listNamespacedPod({ namespace, labelSelector }))
      const alive = items.filter(({ status }) => status?.phase !== 'Succeeded' && status?.phase !== 'Failed')
      return alive.map(podOf).toSorted((one, other) => (one.name < other.name ? -1 : 1))
    },
    get: (pod, port, path, parameters = {}) =>
      forwarded(config, { namespace, pod, port }, async (url) => {
        const response = await fetch(`${url}${path}?${new URLSearchParams(parameters).toString()}`, {
          headers: { connection: 'close' },
          signal: AbortSignal.timeout(requestSeconds * 1000),
        })
        const text = await response.text()
        if (!response.ok) throw new Error(`HTTP ${response.status}: ${text.slice(0, 300).trim()}`)
        return text
      }),
  }
}

async function answered<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ApiException) throw new Unreachable(`HTTP ${error.code}: ${messageOf(error.body)}`)
    throw new Unreachable(error instanceof Error ? error.message : String(error))
  }
}

/** What the API server says about a refusal, in an object of kind Status. */
function messageOf(body: unknown): string {
  const value: unknown = typeof body === 'string' && body.startsWith('{') ? JSON.parse(body) : body
  return typeof value === 'object' && value !== null && 'message' in value ? String(value.message) : String(body)
}

function podOf({ metadata, spec, status }: Awaited<ReturnType<CoreV1Api['listNamespacedPod']>>['items'][number]): Pod {
  return {
    name: metadata?.name ?? '',
    workload: metadata?.labels?.['app.kubernetes.io/instance'] ?? '',
    started: status?.startTime?.getTime() ?? Infinity,
    ending: metadata?.deletionTimestamp !== undefined,
    containers: (spec?.containers ?? []).map(({ name }) => name),
  }
}
