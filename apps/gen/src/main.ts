/** The command line `gen`. Everything but the chosen command stays unloaded, and what is loaded is compiled once. */
import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'

enableCompileCache(resolve(import.meta.dirname, '../../../node_modules/.cache/thanos-fleet'))
const { main } = await import('./cli.ts')
await main(process.argv.slice(2))
