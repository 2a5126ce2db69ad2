import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { ServerImages } from '../images/prepare.ts'
import type { Kube } from '../cluster/kube.ts'
import type { Kubectl } from '../cluster/kubectl.ts'
import { rolledOut } from '../cluster/rollout.ts'
import { until } from '../cluster/until.ts'
import { gatewayClassObjects } from './gateway.ts'
import { grpcSecrets } from './grpc-secrets.ts'
import { installMetricsServer } from './metrics-server.ts'
import { bucket, type S3Credentials, s3Objects, s3Port } from './s3.ts'
import { createBucket } from './bucket.ts'
import { makeDirectories } from './directories.ts'
import { diskObjects, fixtureObjects } from './fixtures.ts'
import { namespaceObject, testNamespace } from './objects.ts'
import { clusterSecrets } from './secrets.ts'
import { traefikObjects } from './traefik.ts'

export interface Installation {
  kube: Kube
  kubectl: Kubectl
  spec: ClusterSpec
  s3: S3Credentials
  /** References of the images. */
  images: ServerImages
  /** Definitions of the custom resources that the stack needs. */
  definitions: KubeObject[]
  /** Objects that the stack itself has, and that must exist before its Secrets can. */
  namespaces: KubeObject[]
  /** Local volumes, among other objects: their directories must exist. */
  volumes: readonly KubeObject[]
}

/** Starts the test's servers and makes what a person would have made: Secrets, the bucket, directories on the nodes. */
export async function install(installation: Installation): Promise<void> {
  const { kube, kubectl, spec, s3, images, definitions, namespaces } = installation
  await apply(kubectl, [...namespaces, namespaceObject(testNamespace), ...definitions])
  await apply(kubectl, [
    ...(spec.ingress === null ? [] : traefikObjects(images.traefik, spec.ingress.kind === 'Gateway')),
    ...(await clusterSecrets(spec, s3)),
    ...(await grpcSecrets(spec)),
    ...fixtureObjects(images.fixture),
    ...diskObjects(images.fixture),
    ...(spec.objectStore?.type === 'S3' ? s3Objects(images.s3, s3) : []),
    ...gatewayClassObjects(spec),
  ])
  if (images.metricsServer !== null) await installMetricsServer(kubectl, images.metricsServer)
  await until("the test's servers are Ready", { seconds: 240 }, async () => {
    const missing = (
      await Promise.all([testNamespace, 'traefik'].map((namespace) => rolledOut(kube, namespace, [])))
    ).flat()
    return missing.length === 0 ? { done: undefined } : { missing: missing.join(', ') }
  })
  await makeDirectories(kube, installation.volumes)
  if (spec.objectStore?.type === 'S3') {
    const base = await kube.url(testNamespace, { 'app.kubernetes.io/name': 's3' }, s3Port)
    await until('the bucket exists', { seconds: 60 }, async () => {
      await createBucket(base, bucket, s3)
      return { done: undefined }
    })
  }
}

/** Server-side apply of objects as they are. @throws Error with what the API server says */
export async function apply(kubectl: Kubectl, objects: KubeObject[]): Promise<void> {
  if (objects.length === 0) return
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })
  await kubectl.ok(['apply', '--server-side', '--force-conflicts', '--field-manager=e2e-servers', '-f', '-'], list)
}
