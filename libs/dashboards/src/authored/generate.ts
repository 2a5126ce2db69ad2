import { readFileSync, writeFileSync } from 'node:fs'
import { authored, templateText } from './render.ts'

/** Writes the templates of the dashboards; with `--check` it only says which are not what the code makes, and fails. */
const check = process.argv.includes('--check')
const folder = new URL('../generated/', import.meta.url)

for (const [name, dashboard] of Object.entries(authored)) {
  const text = templateText(dashboard)
  const path = new URL(`${name}.json`, folder)
  if (text === current(path)) continue
  if (!check) writeFileSync(path, text)
  else process.exitCode = 1
  console.log(`${name}.json ${check ? 'is not what the code makes: run "npx nx run dashboards:generate"' : 'written'}`)
}

function current(path: URL): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
