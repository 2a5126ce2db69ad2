import { customResources } from './custom-resources/generate.ts'
import { flags } from './flags/generate.ts'
import { kinds } from './kinds/generate.ts'
import { mergeKeys } from './merge-keys/generate.ts'
import { type Generator, stale, write } from './output.ts'

const generators: readonly Generator[] = [kinds, customResources, mergeKeys, flags]

/** Command line: `main.ts [--check] [generator…]` writes what is out of date; with --check it only names it and exits 1. */
async function main(args: readonly string[]): Promise<void> {
  const check = args.includes('--check')
  const names = args.filter((arg) => arg !== '--check')
  for (const generator of selected(names)) {
    const files = await stale(await generator.generate())
    if (!check) await write(files)
    for (const file of files) console.log(`${check ? 'out of date' : 'written'}: ${file.path}`)
    if (check && files.length > 0) process.exitCode = 1
    if (files.length === 0) console.log(`up to date: ${generator.name}`)
  }
}

function selected(names: readonly string[]): readonly Generator[] {
  const unknown = names.filter((name) => !generators.some((generator) => generator.name === name))
  if (unknown.length > 0) {
    throw new Error(`unknown generator ${unknown.join(', ')}; known: ${generators.map(({ name }) => name).join(', ')}`)
  }
  return names.length === 0 ? generators : generators.filter(({ name }) => names.includes(name))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
