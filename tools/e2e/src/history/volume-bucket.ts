import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { V1Pod } from '@kubernetes/client-node'
import { z } from 'zod'
import { json, request } from '../cluster/http.ts'
import { isReady } from '../cluster/kube.ts'
import { apply } from '../servers/install.ts'
import { object, testNamespace } from '../servers/objects.ts'
import { fixturePort } from '../servers/fixtures.ts'
import type { World } from '../world.ts'
import { type Block, blockOf } from './block.ts'
import type { Bucket } from './bucket.ts'
import { inFolder } from './build.ts'
import { uploadBlocks } from './tools.ts'

const podName = 'e2e-bucket'
const mountPath = '/bucket'
const paths = z.array(z.string())

/**
 * The bucket in a volume. Nothing but a pod reaches it: one of the test's, beside Compact on the volume's node and with
 * its user, which reads and writes files.
 */
export async function volumeBucket<Value>(world: World, work: (bucket: Bucket) => Promise<Value>): Promise<Value> {
  const { kubectl, namespace } = world
  const remove = () => kubectl.ok(['delete', 'pod', podName, '-n', namespace, '--ignore-not-found', '--grace-period=1'])
  await remove()
  try {
    await apply(kubectl, [await filesPod(world)])
    await world.until("the pod that reads the bucket's volume is Ready", { seconds: 60 }, async () => {
      const [pod] = await world.kube.pods(namespace, { 'app.kubernetes.io/name': podName })
      return pod !== undefined && isReady(pod) ? { done: undefined } : { missing: pod?.status?.phase ?? 'no pod' }
    })
    return await work(bucketAt(await world.kube.podUrl(namespace, podName, fixturePort)))
  } finally {
    await remove()
  }
}

/** The bucket behind the pod's `files` server: GET / lists paths, GET and PUT of a path read and write the file. */
function bucketAt(base: string): Bucket {
  const known = new Map<string, Block>()
  const read = async (id: string): Promise<Block | undefined> => {
    const { status, text } = await request(base, `/${id}/meta.json`)
    // Deleted between the list and now.
    if (status === 404) return undefined
    return blockOf(JSON.parse(text))
  }
  return {
    blocks: async () => {
      const ids = paths
        .parse(await json(base, '/'))
        .filter((path) => /^\w{26}\/meta\.json$/.test(path))
        .map((path) => path.slice(0, 26))
      for (const id of ids) {
        const block = known.get(id) ?? (await read(id))
        if (block !== undefined) known.set(id, block)
      }
      return ids.flatMap((id) => known.get(id) ?? [])
    },
    upload: (blocks, labels) =>
      inFolder(async (folder) => {
        // Thanos' own tool makes the bucket's files; they are then copied as they are.
        const config = join(folder, 'bucket.json')
        const local = join(folder, 'bucket')
        writeFileSync(config, JSON.stringify({ type: 'FILESYSTEM', config: { directory: local } }))
        await uploadBlocks(config, blocks, labels)
        for (const path of filesOf(local)) await put(base, path, readFileSync(join(local, path)))
      }),
    mark: async (ids) => {
      for (const id of ids) {
        const mark = {
          id,
          version: 1,
          deletion_time: Math.floor(Date.now() / 1000),
          details: 'the end-to-end test is done with it',
        }
        await put(base, `${id}/deletion-mark.json`, new TextEncoder().encode(JSON.stringify(mark)))
      }
    },
  }
}

/** Files below a folder, block by block; `meta.json` last, which makes a block complete. */
function filesOf(folder: string): string[] {
  const isMeta = (path: string) => (path.endsWith('/meta.json') ? 1 : 0)
  const block = (path: string) => path.slice(0, 26)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .map((path) => relative(folder, join(folder, path)).split(sep).join('/'))
    .toSorted((a, b) => (block(a) === block(b) ? isMeta(a) - isMeta(b) : block(a) < block(b) ? -1 : 1))
}

async function put(base: string, path: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  await json(base, `/${path}`, { method: 'PUT', body })
}

async function filesPod({ kube, namespace }: World): Promise<ReturnType<typeof object>> {
  const [compact] = await kube.podsOf(namespace, 'thanos-compact')
  const [target] = await kube.pods(testNamespace, { 'app.kubernetes.io/name': 'target' })
  const image = target?.spec?.containers[0]?.image
  const claim = claimOf(compact)
  if (compact?.spec === undefined || image === undefined || claim === undefined)
    throw new Error('the pods of Compact or of the target are missing')
  return object(
    'v1',
    'Pod',
    { name: podName, namespace, labels: { 'app.kubernetes.io/name': podName } },
    {
      spec: {
        nodeName: compact.spec.nodeName,
        securityContext: compact.spec.securityContext,
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: 1,
        containers: [
          {
            name: 'files',
            image,
            args: ['files', `--root=${mountPath}`],
            imagePullPolicy: 'IfNotPresent',
            ports: [{ name: 'http', containerPort: fixturePort }],
            readinessProbe: { tcpSocket: { port: 'http' }, periodSeconds: 1 },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
            volumeMounts: [{ name: 'bucket', mountPath }],
          },
        ],
        volumes: [{ name: 'bucket', persistentVolumeClaim: { claimName: claim } }],
      },
    },
  )
}

/** The claim of the bucket's volume, as Compact mounts it. */
function claimOf(compact: V1Pod | undefined): string | undefined {
  return compact?.spec?.volumes?.find(({ name }) => name === 'bucket')?.persistentVolumeClaim?.claimName
}
