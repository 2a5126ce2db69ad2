import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Changes with the code that makes the schemas. Packing puts the value in place of this module. */
export const sourcesDigest = ((): string => {
  const sources = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !file.includes('.test.'))
  const texts = sources.sort().map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex')
})()
