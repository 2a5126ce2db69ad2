import { columns } from '@thanos-fleet/text/tables'
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
  for (const line of columns([['TOOL', 'VERSION', 'SOURCE', 'SECONDS', 'PROGRAM'], ...rows])) console.log(line)
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
