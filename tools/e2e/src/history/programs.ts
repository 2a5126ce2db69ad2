import { toolsDir } from '@thanos-fleet/cli-tools'
import { join } from 'node:path'

/** The folder of the pinned programs. */
export const binDir = join(toolsDir(), 'bin')
