import { ensureSchemas } from './ensure.ts'
import { schemaLocations } from './locations.ts'

/** Command line: makes the schemas unless they are there, and prints the locations for kubeconform. */
try {
  await ensureSchemas()
  for (const location of schemaLocations()) console.log(location)
} catch (error) {
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
