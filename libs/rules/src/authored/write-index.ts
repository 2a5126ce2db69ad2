import { writeFileSync } from 'node:fs'
import { runbookIndex } from './runbook-index.ts'

writeFileSync(new URL('../../../../docs/runbooks/README.md', import.meta.url), runbookIndex())
