import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testNamespace } from '../servers/objects.ts'
import { bucket, s3Port } from '../servers/s3.ts'
import type { World } from '../world.ts'
import { blocksOf } from './block.ts'
import type { Bucket } from './bucket.ts'
import { inFolder, succeed } from './build.ts'
import { markBlocks, uploadBlocks } from './tools.ts'

/** The bucket of the test's S3 server, read and written by Thanos' own tools. */
export function s3Bucket<Value>(world: World, work: (bucket: Bucket) => Promise<Value>): Promise<Value> {
  return inFolder(async (folder) => {
    const config = join(folder, 'bucket.json')
    const base = await world.kube.url(testNamespace, { 'app.kubernetes.io/name': 's3' }, s3Port)
    writeFileSync(config, JSON.stringify(configOf(world, new URL(base).host)), { mode: 0o600 })
    return work({
      blocks: async () =>
        blocksOf(
          await succeed('thanos', ['tools', 'bucket', 'ls', '--output=json', `--objstore.config-file=${config}`]),
        ),
      upload: (blocks, labels) => uploadBlocks(config, blocks, labels),
      mark: (ids) => markBlocks(config, ids),
    })
  })
}

/** The cluster's own settings, but for the address. JSON is YAML, too. */
function configOf({ spec: { objectStore }, s3: { accessKey, secretKey } }: World, endpoint: string): unknown {
  const prefix = objectStore === null || objectStore.type === 'FILESYSTEM' ? '' : objectStore.prefix
  return {
    type: 'S3',
    prefix,
    config: {
      bucket,
      endpoint,
      insecure: true,
      bucket_lookup_type: 'path',
      access_key: accessKey,
      secret_key: secretKey,
    },
  }
}
