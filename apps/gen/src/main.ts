/** The command line `gen`. Everything but the chosen command stays unloaded. */
import { useCompileCache } from './compile-cache.ts'

useCompileCache()
const { main } = await import('./cli.ts')
await main(process.argv.slice(2))
