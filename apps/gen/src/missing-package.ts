/**
 * What to do where a package that this program needs is not installed; undefined for any other error. Imports nothing,
 * since it has to work then.
 */
export function missingPackage(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return undefined
  const name = /^Cannot find package '([^']+)'/.exec(error.message)?.[1]
  return name === undefined
    ? undefined
    : `The package ${name} is not installed. Run npm ci in the folder of this program.`
}
