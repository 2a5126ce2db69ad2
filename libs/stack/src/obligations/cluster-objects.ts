import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type {
  ConfigMap,
  Container,
  Deployment,
  KubeObject,
  NetworkPolicy,
  PersistentVolume,
  PodDisruptionBudget,
  PodSpec,
  Service,
  StatefulSet,
} from '@thanos-fleet/kubernetes'
import { parse } from 'yaml'

interface Kinds {
  ConfigMap: ConfigMap
  Deployment: Deployment
  NetworkPolicy: NetworkPolicy
  PersistentVolume: PersistentVolume
  PodDisruptionBudget: PodDisruptionBudget
  Service: Service
  StatefulSet: StatefulSet
}

/** The objects of a cluster, to be asked. What is not there, or is not what it is taken for, is an Error. */
export class ClusterObjects {
  readonly spec: ClusterSpec
  readonly objects: readonly KubeObject[]

  constructor(spec: ClusterSpec, objects: readonly KubeObject[]) {
    this.spec = spec
    this.objects = objects
  }

  all<Kind extends keyof Kinds>(kind: Kind): Kinds[Kind][] {
    return this.objects.filter((object): object is Kinds[Kind] => object.kind === kind)
  }

  one<Kind extends keyof Kinds>(kind: Kind, name: string): Kinds[Kind] {
    const object = this.all(kind).find(({ metadata }) => metadata.name === name)
    if (object === undefined)
      throw new Error(
        `no ${kind} ${name} among ${this.all(kind)
          .map(({ metadata }) => metadata.name)
          .join(', ')}`,
      )
    return object
  }

  /** The pods of all workloads, with the name of the component. */
  get pods(): { component: string; workload: StatefulSet | Deployment; pod: PodSpec }[] {
    return [...this.all('StatefulSet'), ...this.all('Deployment')].flatMap((workload) => {
      const pod = workload.spec?.template.spec
      return pod === undefined
        ? []
        : [{ component: workload.metadata.labels?.['app.kubernetes.io/name'] ?? '', workload, pod }]
    })
  }

  containers(name: string): Container[] {
    return this.pods.flatMap(({ pod }) => pod.containers.filter((container) => container.name === name))
  }

  container(name: string): Container {
    const container = this.containers(name)[0]
    if (container === undefined) throw new Error(`no container ${name}`)
    return container
  }

  /** The values of a flag of a container, one for each time it is given. */
  flag(container: string, flag: string): string[] {
    return valuesOf(this.container(container), flag)
  }

  /** The same of all containers of the name. */
  flags(container: string, flag: string): string[] {
    return this.containers(container).flatMap((one) => valuesOf(one, flag))
  }

  /** The files that a container finds in its ConfigMaps, by their path there. */
  mounted(name: string): Map<string, string> {
    const files = new Map<string, string>()
    const pod = this.pods.find(({ pod }) => pod.containers.some((container) => container.name === name))?.pod
    for (const { name: mounted, mountPath } of this.container(name).volumeMounts ?? []) {
      const volume = pod?.volumes?.find((volume) => volume.name === mounted)
      const sources = [volume?.configMap, ...(volume?.projected?.sources ?? []).map(({ configMap }) => configMap)]
      for (const source of sources) {
        if (source?.name === undefined) continue
        // Others belong to people.
        const config = this.all('ConfigMap').find(({ metadata }) => metadata.name === source.name)
        for (const [key, text] of Object.entries(config?.data ?? {})) {
          if (files.has(`${mountPath}/${key}`)) throw new Error(`two files at ${mountPath}/${key}`)
          files.set(`${mountPath}/${key}`, text)
        }
      }
    }
    return files
  }

  /** The text of a configuration file, of whichever ConfigMap has the key. */
  file(key: string): string {
    const text = this.all('ConfigMap')
      .map(({ data }) => data?.[key])
      .find((text) => text !== undefined)
    if (text === undefined) throw new Error(`no configuration file ${key}`)
    return text
  }

  yaml(key: string): unknown {
    return parse(this.file(key))
  }
}

function valuesOf({ args = [] }: Container, flag: string): string[] {
  return args.flatMap((arg) =>
    arg === `--${flag}` ? [''] : arg.startsWith(`--${flag}=`) ? [arg.slice(flag.length + 3)] : [],
  )
}
