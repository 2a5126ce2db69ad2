import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@thanos-fleet/cli-tools'
import type { ContainerOf } from './sandbox.ts'

/** Puts a certificate into every mounted Secret of cert-manager: a server does not start without one. */
export async function standInCertificates({ container, pod }: ContainerOf, root: string): Promise<void> {
  const secrets = new Set(
    (pod.volumes ?? []).filter(({ secret }) => secret?.secretName?.endsWith('-tls')).map(({ name }) => name),
  )
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    if (!secrets.has(name)) continue
    folder ??= generate()
    const from = await folder
    copyFileSync(join(from, 'cert.pem'), join(root, mountPath, 'tls.crt'))
    copyFileSync(join(from, 'cert.pem'), join(root, mountPath, 'ca.crt'))
    copyFileSync(join(from, 'key.pem'), join(root, mountPath, 'tls.key'))
  }
}

let folder: Promise<string> | undefined

/** A self-signed certificate for this run, made by the generator that comes with Go; no key is kept in the repository. */
async function generate(): Promise<string> {
  const target = mkdtempSync(join(tmpdir(), 'thanos-fleet-certificate-'))
  const { stdout } = await run('go', ['env', 'GOROOT'])
  const { code, stderr } = await run('go', [
    '-C',
    target,
    'run',
    join(stdout.trim(), 'src/crypto/tls/generate_cert.go'),
    '--host',
    'localhost',
    '--ecdsa-curve',
    'P256',
  ])
  if (code !== 0) throw new Error(`no certificate could be made: ${stderr}`)
  return target
}
