import { spawnSync } from 'node:child_process'

/** What a Git command gave. */
export interface GitResult {
  ok: boolean
  out: Buffer
  error: string
}

/** A repository, as Git sees it from a folder. Paths are from that folder, and mean themselves: no patterns. */
export class Git {
  readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** @param input for standard input */
  try(args: readonly string[], input?: string): GitResult {
    const { status, stdout, stderr, error } = spawnSync('git', ['--literal-pathspecs', ...args], {
      cwd: this.folder,
      input: input ?? '',
      maxBuffer: 2 ** 31,
      // Messages are shown, not read; only what is asked for in a form for programs is read.
      env: { ...process.env, GIT_MERGE_AUTOEDIT: 'no' },
    })
    if (error !== undefined) return { ok: false, out: Buffer.alloc(0), error: error.message }
    return { ok: status === 0, out: stdout, error: stderr.toString() }
  }

  /** @throws Error with what Git says, where it fails */
  run(args: readonly string[], input?: string): Buffer {
    const { ok, out, error } = this.try(args, input)
    if (!ok) throw new Error(`git ${args.join(' ')}: ${error.trim()}`)
    return out
  }

  /** The lines of an answer, which Git ends with NUL. */
  list(args: readonly string[]): string[] {
    return this.run(args)
      .toString()
      .split('\0')
      .filter((line) => line !== '')
  }

  /** @returns the commit that a name means, undefined if it means none */
  commit(name: string): string | undefined {
    const { ok, out } = this.try(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
    return ok ? out.toString().trim() : undefined
  }

  /** Files below folders in a commit: their mode and blob by path. */
  tree(commit: string, folders: readonly string[]): Map<string, string> {
    const files = new Map<string, string>()
    for (const line of this.list(['ls-tree', '-r', '-z', commit, '--', ...folders])) {
      const tab = line.indexOf('\t')
      const [mode, , blob] = line.slice(0, tab).split(' ')
      files.set(line.slice(tab + 1), `${mode} ${blob}`)
    }
    return files
  }

  /** The contents of blobs by what `tree` says of them. */
  blobs(entries: Iterable<string>): Map<string, Buffer> {
    const wanted = [...new Set(entries)]
    const contents = new Map<string, Buffer>()
    if (wanted.length === 0) return contents
    const names = wanted.map((entry) => entry.slice(entry.indexOf(' ') + 1))
    const out = this.run(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''))
    let offset = 0
    for (const entry of wanted) {
      // <name> SP <type> SP <size> LF <contents> LF
      const end = out.indexOf('\n', offset)
      const size = Number(out.toString('utf8', offset, end).split(' ')[2])
      contents.set(entry, out.subarray(end + 1, end + 1 + size))
      offset = end + size + 2
    }
    return contents
  }

  /** Makes files in the index and on the disk those of a commit, also where a merge left a conflict. */
  take(commit: string, paths: readonly string[]): void {
    if (paths.length === 0) return
    this.run(['checkout', '--quiet', commit, '--pathspec-from-file=-', '--pathspec-file-nul'], paths.join('\0'))
  }

  /** Removes files from the index and the disk, those that are there. */
  drop(paths: readonly string[]): void {
    if (paths.length === 0) return
    const args = ['rm', '-r', '-f', '--quiet', '--ignore-unmatch', '--pathspec-from-file=-', '--pathspec-file-nul']
    this.run(args, paths.join('\0'))
  }
}
