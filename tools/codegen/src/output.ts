import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '@thanos-fleet/cli-tools'

/** A file of the repository as it has to be. */
export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  path: string
  text: string
}

/** One source of generated files; `generate` may read packages, Go modules and programs, but writes nothing. */
export interface Generator {
  name: string
  generate: () => Promise<GeneratedFile[]>
}

/** The first lines of a generated file: where it comes from, and how to write it again. */
export function header(source: string): string {
  return `// Generated from ${source}.\n// Write it again with: npm run generate -w @thanos-fleet/codegen\n\n`
}

/** Those of the files that the repository has with another text, or not at all. */
export async function stale(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const texts = await Promise.all(files.map(async (file) => committed(file.path)))
  return files.filter((file, index) => file.text !== texts[index])
}

/** Writes the files. */
export async function write(files: readonly GeneratedFile[]): Promise<void> {
  await Promise.all(files.map(async (file) => writeFile(path.join(repositoryRoot, file.path), file.text)))
}

async function committed(relative: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(repositoryRoot, relative), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
