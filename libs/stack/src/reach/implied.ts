import { addressOf, bucketsOf, type ClusterSpec, locationOf, type ObjectStore } from '@thanos-fleet/cluster-spec'
import { isObject } from '@thanos-fleet/json'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { configuration } from '@thanos-fleet/object-store'
import { isDeepStrictEqual } from 'node:util'
import { databasePort } from '../environment.ts'
import { identityProvider } from '../identity-provider.ts'
import { containersOf, type Pods } from './pods.ts'
import { addressesSaidTo, documentsOf } from './said.ts'

/** A place that pods call although no argument and no file of theirs has its address, and why. */
export interface Implied {
  why: string
  cidrs: string[]
  namespaces: string[]
  ports: number[]
}

/** All of them: the addresses that clients know by themselves, and those that only Secrets and other servers know. */
export function impliedBy(pods: Pods, objects: readonly KubeObject[], spec: ClusterSpec): Implied[] {
  const { apiServer, external } = spec.networkPolicy
  const documents = documentsOf(pods, objects)
  const text = JSON.stringify([documents, containersOf(pods).map(({ env }) => env)])
  const bucket = documents.find(isBucket)
  const place = (why: string, cidrs: string[], ports: number[], namespaces: string[] = []): Implied[] => [
    { why, cidrs, namespaces, ports },
  ]
  return [
    ...(pods.spec.automountServiceAccountToken === true && bucket?.type !== 'OCI'
      ? place('a token of the API server', apiServer.cidrs, apiServer.ports)
      : []),
    ...identityProviders(bucket, spec).flatMap((one) =>
      'cidrs' in one ? place('credentials by identity', one.cidrs, one.ports ?? []) : [],
    ),
    ...(bucket !== undefined && !saysEndpoint(bucket) ? place('the bucket of a provider', external.cidrs, [443]) : []),
    ...(bucket?.type === 'SWIFT' ? place("Keystone's catalogue", external.cidrs, external.ports) : []),
    ...(/"(url|routing_key|api_key|webhook_url|api_url|bot_token)_file"/.test(text)
      ? place('receivers in Secrets', external.cidrs, external.ports, external.namespaces)
      : []),
    ...(text.includes('"GF_DATABASE_URL"')
      ? place('a database in a Secret', external.cidrs, [databasePort(spec)], external.namespaces)
      : []),
    ...(documents.some((document) => isObject(document) && 'scrape_configs' in document)
      ? spec.networkPolicy.scrapeTargets.flatMap((one) =>
          'cidrs' in one
            ? place('targets that a setting states', one.cidrs, one.ports)
            : place('the same', [], one.ports, [one.namespace]),
        )
      : []),
  ]
}

/** Whether a pod calls anybody: only then has it reason to ask for names. */
export function callsSomebody(pods: Pods, objects: readonly KubeObject[], spec: ClusterSpec): boolean {
  const called = addressesSaidTo(pods, objects).filter(
    ({ text }) => locationOf(addressOf(text).host, pods.namespace).at !== 'pod',
  )
  return called.length > 0 || impliedBy(pods, objects, spec).length > 0
}

interface Bucket {
  type: string
  config: object
}

function isBucket(document: unknown): document is Bucket {
  return typeof document === 'object' && document !== null && 'config' in document && isStore(document)
}

function isStore(document: object): boolean {
  return 'type' in document && !['FILESYSTEM', 'IN-MEMORY', 'MEMCACHED'].includes(String(document.type))
}

function identityProviders(bucket: Bucket | undefined, spec: ClusterSpec) {
  const store = bucket === undefined ? null : storeOf(bucket, spec)
  return store === null ? [] : identityProvider(spec, store)
}

/** The bucket of the specification whose configuration this is; the cluster's own where a patch changed it. */
function storeOf(bucket: Bucket, spec: ClusterSpec): ObjectStore | null {
  const found = bucketsOf(spec).find(({ store }) => isDeepStrictEqual(configuration(store), bucket))
  return found?.store ?? spec.objectStore
}

function saysEndpoint({ config }: Bucket): boolean {
  return 'endpoint' in config || 'auth_url' in config
}
