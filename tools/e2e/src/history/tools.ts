import { succeed } from './build.ts'
import type { Labels } from './samples.ts'

/** `thanos tools bucket upload-blocks`: as a sidecar uploads, oldest first. @param config a file with the bucket's settings */
export async function uploadBlocks(config: string, blocks: string, labels: Labels): Promise<void> {
  const set = Object.entries(labels).map(([name, value]) => `--label=${name}=${JSON.stringify(value)}`)
  await succeed('thanos', [
    'tools',
    'bucket',
    'upload-blocks',
    `--path=${blocks}`,
    ...set,
    `--objstore.config-file=${config}`,
  ])
}

/** `thanos tools bucket mark` for deletion. @param config a file with the bucket's settings */
export async function markBlocks(config: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await succeed('thanos', [
    'tools',
    'bucket',
    'mark',
    '--marker=deletion-mark.json',
    '--details=the end-to-end test is done with it',
    ...ids.map((id) => `--id=${id}`),
    `--objstore.config-file=${config}`,
  ])
}
