/** The command line `gen`. Everything but the chosen command stays unloaded. */
import { missingPackage } from './missing-package.ts'

try {
  // Not imported above: these need packages, and where those are missing somebody has to say it.
  const { useCompileCache } = await import('./compile-cache.ts')
  useCompileCache()
  const { main } = await import('./cli.ts')
  await main(process.argv.slice(2))
} catch (error) {
  const remedy = missingPackage(error)
  if (remedy === undefined) throw error
  process.stderr.write(`${remedy}\n`)
  process.exitCode = 4
}
