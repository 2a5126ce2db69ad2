import { binDir } from './programs.ts'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '@thanos-fleet/cli-tools'
import type { Chunk } from './plan.ts'
import { type Labels, openMetrics } from './samples.ts'

/** A folder that is removed when the work is done, whether or not it succeeds. */
export async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-history-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Makes blocks of chunks of history, by promtool.
 * @param folder gets a folder `blocks`
 * @returns that folder
 */
export async function buildBlocks(folder: string, chunks: readonly Chunk[], labels: Labels): Promise<string> {
  const blocks = join(folder, 'blocks')
  for (const [index, chunk] of chunks.entries()) {
    const file = join(folder, `${index}.om`)
    writeFileSync(file, openMetrics(chunk, labels))
    // Without the limit of ten years a block ends at each multiple of 2 h. Source: cmd/promtool/backfill.go, getCompatibleBlockDuration
    const limit = chunk.cut === 'whole' ? ['--max-block-duration=87600h'] : []
    await succeed('promtool', ['tsdb', 'create-blocks-from', ...limit, 'openmetrics', '--quiet', file, blocks])
  }
  return blocks
}

/** Runs one of the pinned programs. @throws Error with its standard error when it fails */
export async function succeed(program: 'promtool' | 'thanos', args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(join(binDir, program), args)
  if (code !== 0)
    throw new Error(`${program} ${args.slice(0, 3).join(' ')}: ${stderr.trim().split('\n').slice(-5).join('\n')}`)
  return stdout
}
