/** The exit codes of `gen`; docs/gen.md explains each. */
export const exitCode = {
  /** Done, or nothing to do. */
  ok: 0,
  /** `check` found files that differ, `validate` something invalid, `migrate` a cluster that is not ready, or `merge` conflicts. */
  differences: 1,
  /** Invalid input: a cluster.yaml, a patch, a file they name, or the state of a cluster. Nothing was written. */
  badInput: 2,
  /** A file that would be replaced or removed was edited or written by hand. Nothing was written. */
  handWritten: 3,
  /** A file or folder cannot be read or written, or is a symbolic link out of the repository. Nothing was written. */
  fileSystem: 4,
  /** `migrate`: the API server could not be reached. Nothing was written. */
  unreachable: 5,
  /** Invalid usage. */
  usage: 64,
  /** An internal error, a bug in the generator. */
  internal: 70,
} as const

export type ExitCode = (typeof exitCode)[keyof typeof exitCode]
