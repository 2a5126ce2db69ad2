import path from 'node:path'

/** Absolute path of the repository. */
export const repositoryRoot = path.resolve(import.meta.dirname, '../../..')

/** Git-ignored folder of everything that is built rather than committed. */
export const toolsDir = path.join(repositoryRoot, '.tools')

/** Folder of the installed command-line tools. */
export const binDir = path.join(toolsDir, 'bin')

/** Folder of the Go modules whose go.mod files pin the versions. */
export const goModulesDir = path.join(repositoryRoot, 'tools/go')
