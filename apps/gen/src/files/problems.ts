import type { Diagnostic } from '@thanos-fleet/diagnostics'
import { indexName } from './ownership.ts'

/** Diagnostics about files in the way of the generator. Their codes decide the exit code. */
export const problem = {
  edited: (file: string) =>
    error('generated-file-edited', file, 'This generated file was edited by hand, and is kept.', editedRemedy),

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
      'This file is no longer generated, but it was edited by hand, and is kept.',
      'Move it away to keep it, or run with --force to remove it.',
    ),

  notGenerated: (file: string) =>
    error(
      'file-in-the-way',
      file,
      'This file would be generated, but one that was not generated stands in its place, and is kept.',
      'Move it away to keep it, or run with --force to replace it.',
    ),

  otherKind: (file: string, kind: string) =>
    error('file-in-the-way', file, `A ${kind} stands where a file is generated.`, `Move the ${kind} away.`),

  parentIsNoFolder: (file: string) =>
    error('file-in-the-way', file, 'Files are generated below this path, but it is not a folder.', 'Move it away.'),

  link: (file: string) =>
    error(
      'symbolic-link',
      file,
      'A symbolic link stands where the generator writes; it could lead out of the repository.',
      'Replace the link by a folder or remove it.',
    ),

  leavesRepository: (file: string) =>
    error(
      'symbolic-link',
      file,
      'This symbolic link leads out of the repository.',
      'Put a copy of what it points to in its place.',
    ),

  unreadable: (file: string, code: string | undefined) =>
    error(
      'unreadable',
      file,
      `This cannot be read (${code ?? 'unknown error'}).`,
      'Give yourself permission to read it.',
    ),

  notAFile: (file: string, kind: string) =>
    error('not-a-file', file, `A file is read here, but this is a ${kind}.`, 'Put a file in its place, or remove it.'),

  tooLarge: (file: string, most: number) =>
    error(
      'file-too-large',
      file,
      `This file has more than ${most / 2 ** 20} MiB, which no object of Kubernetes can hold.`,
      'Split it, or see whether it is the file that was meant.',
    ),

  generatedInput: (file: string) =>
    error(
      'generated-input',
      file,
      'cluster.yaml takes this file in, but it is generated, or a link to a generated file.',
      'Put a file of your own in its place, and name that under `extra`.',
    ),

  unwritable: (file: string, code: string | undefined) =>
    error(
      'unwritable',
      file,
      `Files cannot be written here (${code ?? 'unknown error'}).`,
      'Give yourself permission to write it, and see that the disk has room.',
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
  'Make the change in cluster.yaml or in a file of patches/, and put this file back (git checkout) or run with --force.'

function error(code: string, file: string, message: string, remedy: string): Diagnostic {
  return { severity: 'error', code, file, message, remedy }
}
