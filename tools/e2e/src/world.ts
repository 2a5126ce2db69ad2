import { namespaceNames } from '@thanos-fleet/catalog'
import type { Finished } from '@thanos-fleet/cli-tools'
import { type ComponentName, portOf } from '@thanos-fleet/connections'
import { idString, isWorkload, type KubeObject, selectorLabels } from '@thanos-fleet/kubernetes'
import type { Adapter } from './adapters/adapter.ts'
import { CheckFailure } from './failure.ts'
import { type Kube, nameOf } from './cluster/kube.ts'
import type { Kubectl } from './cluster/kubectl.ts'
import { query, queryRange, type QueryAnswer, type QueryOptions } from './cluster/prom-api.ts'
import { rolledOut } from './cluster/rollout.ts'
import { type Patience, type Probe, until } from './cluster/until.ts'
import { makeDirectories } from './servers/directories.ts'
import { type Fixture, fixturePort } from './servers/fixtures.ts'
import type { S3Credentials } from './servers/s3.ts'
import { testNamespace } from './servers/objects.ts'
import { type ClusterName, modeOf } from './workspace/clusters.ts'
import type { Generated, Workspace } from './workspace/workspace.ts'

export interface WorldParts {
  cluster: ClusterName
  adapter: Adapter
  kube: Kube
  kubectl: Kubectl
  workspace: Workspace
  generated: Generated
  s3: S3Credentials
  /** One line for whoever watches. */
  log: (line: string) => void
}

/** Seconds: what a whole stack may take from nothing; 19 to 26 were seen on two cores, images being there. */
const deployment = 420

/** A cluster under test, with the stack on it: everything a check or a fault is given. */
export class World {
  readonly cluster: ClusterName
  readonly adapter: Adapter
  readonly kube: Kube
  readonly kubectl: Kubectl
  readonly workspace: Workspace
  readonly s3: S3Credentials
  readonly log: (line: string) => void
  /** Factor of all patience: below 1 where a failure is expected. */
  patience = 1
  #generated: Generated

  constructor(parts: WorldParts) {
    this.cluster = parts.cluster
    this.adapter = parts.adapter
    this.kube = parts.kube
    this.kubectl = parts.kubectl
    this.workspace = parts.workspace
    this.s3 = parts.s3
    this.log = parts.log
    this.#generated = parts.generated
  }

  /** The mode that it began in. */
  get mode() {
    return modeOf(this.cluster)
  }
  get spec() {
    return this.#generated.spec
  }
  get state() {
    return this.#generated.state
  }
  get namespace() {
    return this.#generated.spec.namespace
  }

  /** An address that leads to any Ready pod of a component. @param port its name, see libs/catalog/src/components.ts */
  url(component: ComponentName, port = 'http'): Promise<string> {
    return this.kube.url(this.namespace, selectorLabels(component), portOf(component, port))
  }

  /** An address that leads to one pod, for what only that one knows. */
  podUrl(pod: string, component: ComponentName, port = 'http'): Promise<string> {
    return this.kube.podUrl(this.namespace, pod, portOf(component, port))
  }

  /** An address of one of the test's own servers. */
  fixture(name: Fixture): Promise<string> {
    return this.kube.url(testNamespace, { 'app.kubernetes.io/name': name }, fixturePort)
  }

  /** Waits for a condition. @throws CheckFailure with what was missing last, when the time is over */
  until<Value>(what: string, { seconds, every = 1 }: Patience, probe: () => Promise<Probe<Value>>): Promise<Value> {
    return until(what, { seconds: seconds * this.patience, every }, probe)
  }

  /** An instant query as a person asks: at Query Frontend, and refusing partial answers. */
  async query(expression: string, options: QueryOptions = {}): Promise<QueryAnswer> {
    return query(await this.url('thanos-query-frontend'), expression, options)
  }

  async queryRange(
    expression: string,
    start: number,
    end: number,
    step: number,
    options: QueryOptions = {},
  ): Promise<QueryAnswer> {
    return queryRange(await this.url('thanos-query-frontend'), expression, start, end, step, options)
  }

  /** Applies the stack as it is and waits until it runs. @throws CheckFailure when the API server refuses any of it */
  async deploy(): Promise<void> {
    const { code, stderr } = await this.apply()
    if (code !== 0) throw new CheckFailure('the API server refused the stack', { 'apply.txt': stderr })
    await this.ready(deployment)
  }

  /** What `kubectl apply --server-side -k` says of the cluster's folder now. Field managers as Argo CD has one. */
  apply(): Promise<Finished> {
    return this.kubectl.run([
      'apply',
      '--server-side',
      '--field-manager=e2e',
      '--force-conflicts',
      '-k',
      this.#generated.folder,
    ])
  }

  /**
   * A pull request that is merged and synchronised: settings are merged into `cluster.yaml`, overlays are generated and
   * applied, objects that are gone are deleted.
   * @throws CheckFailure when the API server refuses any of it
   */
  async change(settings: Record<string, unknown>): Promise<void> {
    await this.synchronise(this.workspace.change(settings))
  }

  /** Applies what was generated, and deletes what is no longer part of it; directories of new local volumes are made before. */
  async synchronise(next: Generated): Promise<void> {
    const before = this.#generated.state.objects
    const known = new Set(before.map(idString))
    await makeDirectories(
      this.kube,
      next.state.objects.filter((object) => !known.has(idString(object))),
    )
    this.#generated = next
    const { code, stderr } = await this.apply()
    if (code !== 0) throw new CheckFailure('the API server refused the change', { 'apply.txt': stderr })
    const kept = new Set(next.state.objects.map(idString))
    for (const gone of before.filter((object) => !kept.has(idString(object)) && !isKept(object)))
      await this.delete(gone)
  }

  async delete({ kind, metadata: { name, namespace } }: KubeObject): Promise<void> {
    await this.kubectl.ok([
      'delete',
      kind,
      name,
      ...(namespace === undefined ? [] : ['-n', namespace]),
      '--ignore-not-found',
      '--wait=false',
    ])
  }

  /** Waits until every workload runs what was applied last, with all replicas Ready. @param seconds patience */
  async ready(seconds: number): Promise<void> {
    await this.until('every workload is Ready', { seconds }, async () => {
      const missing = (
        await Promise.all(
          namespaceNames(this.namespace).map((namespace) =>
            rolledOut(this.kube, namespace, workloadNames(this.state.objects, namespace)),
          ),
        )
      ).flat()
      return missing.length === 0 ? { done: undefined } : { missing: missing.join(', ') }
    })
  }

  /** Names of the pods of a component, sorted. */
  async podNames(component: ComponentName): Promise<string[]> {
    return (await this.kube.podsOf(this.namespace, component)).map(nameOf)
  }
}

function workloadNames(objects: readonly KubeObject[], namespace: string): string[] {
  return objects
    .filter(isWorkload)
    .filter(({ metadata }) => metadata.namespace === namespace)
    .map(({ metadata }) => metadata.name)
}

/** Volumes of replicas that are gone stay with their data: our objects ask Argo CD and Flux for it. */
function isKept({ metadata }: KubeObject): boolean {
  return metadata.annotations?.['kustomize.toolkit.fluxcd.io/prune'] === 'disabled'
}
