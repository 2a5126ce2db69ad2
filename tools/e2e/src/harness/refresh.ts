/** Brings the promises in docs/reliability.md up to those of the faults; measurements stay. */
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { documentPath, refreshed } from './report.ts'

const path = join(repositoryRoot, documentPath)
writeFileSync(path, refreshed(readFileSync(path, 'utf8')))
