import { fileURLToPath } from 'node:url'

/** The kustomize binary in the pinned version. */
export async function kustomizePath(): Promise<string> {
  return process.env['KUSTOMIZE'] ?? fileURLToPath(new URL('../../../../.tools/bin/kustomize', import.meta.url))
}
