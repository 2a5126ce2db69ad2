import path from 'node:path'
import { parseToolNames, toolNames } from './catalog.ts'
import { readyTools } from './ensure.ts'
import { repositoryRoot } from './paths.ts'

/** Command line: `main.ts [tool…]` makes the named tools ready (default: all) and says where each is from. */
async function main(args: readonly string[]): Promise<void> {
  const tools = await readyTools(args.length === 0 ? toolNames : parseToolNames(args))
  const rows = tools.map((tool) => [
    tool.name,
    tool.version,
    tool.source,
    tool.seconds.toFixed(1),
    tool.source === 'PATH' ? tool.path : path.relative(repositoryRoot, tool.path),
  ])
  const table = [['TOOL', 'VERSION', 'SOURCE', 'SECONDS', 'PROGRAM'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  for (const row of table) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
