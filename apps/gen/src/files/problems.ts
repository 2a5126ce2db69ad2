import type { Diagnostic } from '@thanos-fleet/diagnostics'

/** Diagnostics about files in the way of the generator. Their codes decide the exit code. */
export const problem = {
  edited: (file: string) =>
    error('generated-file-edited', file, 'This generated file was edited by hand, and is kept.', editedRemedy),

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
}

const editedRemedy =
  'Make the change in cluster.yaml or in a file of patches/, and put this file back (git checkout) or run with --force.'

function error(code: string, file: string, message: string, remedy: string): Diagnostic {
  return { severity: 'error', code, file, message, remedy }
}
