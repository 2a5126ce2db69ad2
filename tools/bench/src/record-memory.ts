/** Loaded before a program: at its end, writes the most memory it had, in bytes, to the file its own URL names. */
import { writeFileSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

const file = new URL(import.meta.url).searchParams.get('file')
if (isMainThread && file !== null) {
  process.on('exit', () => writeFileSync(file, String(process.resourceUsage().maxRSS * 1024)))
}
