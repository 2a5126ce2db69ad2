import type { KubeObject } from '@thanos-fleet/kubernetes'
import { secretObject, serverObjects, testNamespace } from './objects.ts'

/** Made up for each run: nothing but the test's own servers takes them. */
export interface S3Credentials {
  accessKey: string
  secretKey: string
}

export const s3Port = 8333
export const bucket = 'thanos'

/**
 * The S3 server: SeaweedFS, all of its parts in one process, with a volume, so that it can be taken away and come back.
 * Its bucket is made through S3's own API, see bucket.ts.
 */
export function s3Objects(image: string, { accessKey, secretKey }: S3Credentials): KubeObject[] {
  const identities = [
    { name: 'thanos', credentials: [{ accessKey, secretKey }], actions: ['Admin', 'Read', 'Write', 'List', 'Tagging'] },
  ]
  return [
    secretObject(testNamespace, 's3-identities', { 's3.json': JSON.stringify({ identities }) }),
    ...serverObjects({
      name: 's3',
      image,
      data: '/data',
      secrets: { 's3-identities': '/etc/s3' },
      // -ip is what the parts call each other by.
      args: [
        'server',
        '-dir=/data',
        '-ip=127.0.0.1',
        '-ip.bind=0.0.0.0',
        '-s3',
        '-s3.config=/etc/s3/s3.json',
        '-volume.max=20',
        '-master.volumeSizeLimitMB=256',
        `-s3.port=${s3Port}`,
      ],
      ports: { s3: s3Port },
      readiness: '',
    }),
  ]
}
