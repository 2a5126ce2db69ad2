/** Generates a test repository in a process of its own, which a test can kill. */
import { runFleet } from '../fleet/run.ts'

const [repository = ''] = process.argv.slice(2)
const generatorUrl = new URL('./small-generator.ts', import.meta.url).href
await runFleet({ repository, generatorUrl, names: [], mode: 'write', force: false, threads: 0 })
