import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { indexName } from './ownership.ts'

/** Diagnostics about files that the generator cannot read or write. Their codes determine the exit code. */
export const problem = {
  edited: (file: string) =>
    error('generated-file-edited', file, 'generated file was edited by hand; it was left untouched', editedRemedy),

  editedIn: (file: string, commit: string) =>
    error(
      'generated-file-edited',
      file,
      `This generated file was edited by hand in ${commit}; a merge would lose it.`,
      'Make the change in cluster.yaml or in a file of patches/, generate with --force, and commit, before the merge.',
    ),

  removedButEdited: (file: string) =>
    error(
      'generated-file-edited',
      file,
      'file is no longer generated but was edited by hand; it was left untouched',
      'move it away to keep it, or run with --force to remove it',
    ),

  notGenerated: (file: string) =>
    error(
      'file-in-the-way',
      file,
      'a hand-written file exists at the path of a generated one; it was left untouched',
      'move it away to keep it, or run with --force to replace it',
    ),

  otherKind: (file: string, kind: string) =>
    error('file-in-the-way', file, `a ${kind} exists at the path of a generated file`, `move the ${kind} away`),

  parentIsNoFolder: (file: string) =>
    error('file-in-the-way', file, 'files are generated below this path, but it is not a folder', 'move it away'),

  link: (file: string) =>
    error(
      'symbolic-link',
      file,
      'symbolic link at a path that the generator writes; it could point outside the repository',
      'replace the link with a folder, or remove it',
    ),

  leavesRepository: (file: string) =>
    error(
      'symbolic-link',
      file,
      'symbolic link points outside the repository',
      'replace the link with a copy of its target',
    ),

  unreadable: (file: string, code: string | undefined) =>
    error(
      'unreadable',
      file,
      `cannot be read (${code ?? 'unknown error'})`,
      "check the file's permissions",
    ),

  notAFile: (file: string, kind: string) =>
    error('not-a-file', file, `expected a file, found a ${kind}`, 'replace it with a file, or remove it'),

  tooLarge: (file: string, most: number) =>
    error(
      'file-too-large',
      file,
      `larger than ${most / 2 ** 20} MiB, more than any Kubernetes object can hold`,
      'split it, or check that it is the intended file',
    ),

  generatedInput: (file: string) =>
    error(
      'generated-input',
      file,
      'cluster.yaml includes this file, but it is generated, or a link to a generated file',
      'write a separate file and list that under `extra`',
    ),

  unwritable: (file: string, code: string | undefined) =>
    error(
      'unwritable',
      file,
      `cannot be written (${code ?? 'unknown error'})`,
      'check permissions and free disk space',
    ),

  newerProduct: (file: string, line: number, { theirs, ours }: { theirs: string; ours: string }) => ({
    ...error(
      'newer-product',
      file,
      `Version ${theirs} of this product generated this folder; this is ${ours}, and may not know all that it left.`,
      `Use version ${theirs} or a newer one. To go back to ${ours} all the same, generate with --force.`,
    ),
    line,
  }),

  foreignState: (file: string, line: number, cluster: string | undefined) => ({
    ...error(
      'foreign-state',
      file,
      cluster === undefined
        ? 'This list belongs to another folder: it names no cluster, or one that this is not.'
        : `This list belongs to cluster ${cluster}.`,
      `Restore the list of this folder (git checkout). ${assumeRemedy(file)}`,
    ),
    line,
  }),

  stateUnreadable: (file: string, line: number) => ({
    ...error(
      'state-unreadable',
      file,
      'The line with the state of the cluster cannot be understood.',
      `Restore the file (git checkout). ${assumeRemedy(file)}`,
    ),
    line,
  }),

  stateConflict: (file: string, line: number) => ({
    ...error(
      'state-conflict',
      file,
      'A merge conflict leaves open in which state the cluster was.',
      `Resolve the conflict, with the line "# state:" of the side that is deployed. ${assumeRemedy(file)}`,
    ),
    line,
  }),

  statesDiffer: (file: string, line: number) => ({
    ...error(
      'state-conflict',
      file,
      'After a merge, two lines say in which state the cluster was, and they differ.',
      `Keep the line of the state that is deployed, remove the other, and generate again. ${assumeRemedy(file)}`,
    ),
    line,
  }),

  stateMissing: (file: string) =>
    error(
      'state-missing',
      file,
      'This folder was generated, but nothing says for which mode, so that nobody can tell whether data would be lost.',
      `Restore ${indexName} (git checkout). ${assumeRemedy(file)}`,
    ),

  stateKnown: (file: string, state: string) =>
    error(
      'state-known',
      file,
      `The state of this cluster is known: ${state}.`,
      'Generate without --assume-state. A step of a move must not be skipped by it.',
    ),
}

/** How to say what nothing says. */
function assumeRemedy(file: string): string {
  const name = file.split('/')[1] ?? ''
  return file.split('/').length < 3
    ? 'If nobody has it any more, generate with --force.'
    : `If nobody has it any more, say what is deployed: gen overlays ${name} --assume-state=<mode or step>,` +
        ' or --assume-state=new for a cluster that was never deployed.'
}

const editedRemedy =
  'make the change in cluster.yaml or in a patch, and restore this file (git checkout) or run with --force'

function error(code: string, file: string, message: string, remedy: string): Diagnostic {
  return { severity: 'error', code, file, message, remedy }
}
