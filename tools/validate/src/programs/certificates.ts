import { copyFileSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@thanos-fleet/cli-tools'
import type { Volume } from '@thanos-fleet/kubernetes'
import type { ContainerOf } from './sandbox.ts'

/** Puts a certificate where a container finds those of others: no server starts without its own, and no client without a CA. */
export async function standInCertificates({ container, pod }: ContainerOf, root: string): Promise<void> {
  for (const { name, mountPath } of container.volumeMounts ?? []) {
    const files = certificatesOf(pod.volumes?.find((volume) => volume.name === name))
    for (const [file, kind] of files) {
      folder ??= generate()
      copyFileSync(join(await folder, `${kind}.pem`), join(root, mountPath, file))
    }
  }
}

/** The files of a mounted Secret of cert-manager, or the certificates that a volume takes from somewhere by their key. */
function certificatesOf(volume: Volume | undefined): [file: string, kind: 'cert' | 'key'][] {
  if (volume?.secret?.secretName?.endsWith('-tls') === true && volume.secret.items === undefined) {
    return [
      ['tls.crt', 'cert'],
      ['ca.crt', 'cert'],
      ['tls.key', 'key'],
    ]
  }
  const projected = (volume?.projected?.sources ?? []).flatMap(
    ({ secret, configMap }) => secret?.items ?? configMap?.items ?? [],
  )
  return [...(volume?.secret?.items ?? volume?.configMap?.items ?? []), ...projected].flatMap(
    ({ path }): [string, 'cert' | 'key'][] =>
      path.endsWith('.crt') ? [[path, 'cert']] : path.endsWith('.key') ? [[path, 'key']] : [],
  )
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
