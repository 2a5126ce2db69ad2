/** Thrown by the model of the merge where Kustomize would refuse the patch; never leaves this library. */
export class MergeError extends Error {
  /** Where in the patch: keys and indices from its root. Filled in on the way up. */
  readonly path: (string | number)[] = []
}

/** The same error, which knows now in which part of the patch it is. */
export function located(error: unknown, part: string | number): unknown {
  if (error instanceof MergeError) error.path.unshift(part)
  return error
}
