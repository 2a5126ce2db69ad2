import type { ClusterSpec } from '@thanos-fleet/cluster-spec'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { succeed } from '@thanos-fleet/cli-tools'
import { fixturePort } from './fixtures.ts'
import { secretObject, testNamespace } from './objects.ts'
import type { S3Credentials } from './s3.ts'

/** The person who is let in by the ingress, and the Secret of the test's namespace that knows the password. */
export const person = { name: 'e2e', secret: 'person' }

/** The Secrets that a shipped cluster expects to exist, filled for the test's servers. */
export async function clusterSecrets(
  spec: ClusterSpec,
  { accessKey, secretKey }: S3Credentials,
): Promise<KubeObject[]> {
  const { namespace } = spec
  const password = randomBytes(12).toString('hex')
  const hosts = Object.values(spec.ingress?.hosts ?? {}).filter((host) => host !== null)
  return [
    secretObject(namespace, 'thanos-objstore', { AWS_ACCESS_KEY_ID: accessKey, AWS_SECRET_ACCESS_KEY: secretKey }),
    secretObject(namespace, 'alertmanager-webhook', { url: `http://webhook.${testNamespace}.svc:${fixturePort}/` }),
    secretObject(namespace, 'grafana-admin', {
      'admin-user': 'admin',
      'admin-password': randomBytes(12).toString('hex'),
    }),
    secretObject(testNamespace, person.secret, { password }),
    // The format of `htpasswd -s`, which Traefik's basicAuth reads.
    secretObject(namespace, 'monitoring-users', {
      users: `${person.name}:{SHA}${createHash('sha1').update(password).digest('base64')}`,
    }),
    ...(hosts.length === 0
      ? []
      : [secretObject(namespace, 'monitoring-tls', await certificate(hosts), 'kubernetes.io/tls')]),
  ]
}

/** A self-signed certificate for the hosts, of a day. */
async function certificate(hosts: string[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'))
  const [key, crt] = [join(folder, 'tls.key'), join(folder, 'tls.crt')]
  try {
    await succeed('openssl', [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '1',
      '-subj',
      '/CN=e2e',
      '-addext',
      `subjectAltName=${hosts.map((host) => `DNS:${host}`).join(',')}`,
      '-keyout',
      key,
      '-out',
      crt,
    ])
    return { 'tls.key': readFileSync(key, 'utf8'), 'tls.crt': readFileSync(crt, 'utf8') }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
