import { posix } from 'node:path'
import type { Finding } from '../finding.ts'
import type { ExtraSection } from './content.ts'
import type { MatchedFile } from './paths.ts'

/**
 * The name by which a program finds an extra file: that of the file without its folders. Prometheus is told to read
 * `*.yaml`, so the other spelling of that ending becomes this one.
 */
export function extraKey(path: string): string {
  return posix.basename(path).replace(/\.yml$/, '.yaml')
}

/** Grafana reads `*.json` alone (pkg/services/provisioning/dashboards/file_reader.go). */
const endings: Record<ExtraSection, { pattern: RegExp; words: string }> = {
  rules: { pattern: /\.ya?ml$/, words: '.yaml or .yml' },
  globalRules: { pattern: /\.ya?ml$/, words: '.yaml or .yml' },
  scrapeJobs: { pattern: /\.ya?ml$/, words: '.yaml or .yml' },
  dashboards: { pattern: /\.json$/, words: '.json' },
  alertTemplates: { pattern: /\.tmpl$/, words: '.tmpl' },
}

/** What the API server takes as the key of a ConfigMap (IsConfigMapKey of k8s.io/apimachinery). */
const longestKey = 253
const keyPattern = /^(?!\.\.)[-._a-zA-Z0-9]+$/

/** Refuses files that the program would not load, or whose name cannot be the key of a ConfigMap. */
export function nameFindings(files: readonly MatchedFile[], section: ExtraSection): Finding[] {
  const first = new Map<string, string>()
  return files.flatMap(({ path, pattern }): Finding[] => {
    const key = extraKey(path)
    const { pattern: ending, words } = endings[section]
    const refuse = (message: string, remedy: string): Finding[] => [
      { code: 'bad-file-name', path: pattern, message: `extra.${section}: ${JSON.stringify(path)} ${message}`, remedy },
    ]
    if (!ending.test(key))
      return refuse(
        `does not end in ${words} and would not be loaded`,
        `rename the file, or write a pattern that ends in ${words}`,
      )
    if (!keyPattern.test(key) || key.length > longestKey) {
      return refuse(
        'has a name that is not a valid ConfigMap key',
        `rename the file: at most ${longestKey} characters from A-Z, a-z, 0-9, "-", "_" and ".", not starting with ".."`,
      )
    }
    // Some file systems do not tell upper from lower case, and the files are written side by side.
    const earlier = first.get(key.toLowerCase())
    if (earlier === undefined) first.set(key.toLowerCase(), path)
    return earlier === undefined ? [] : [sameName(earlier, path, section)]
  })
}

function sameName(earlier: string, path: string, section: ExtraSection): Finding {
  return {
    code: 'duplicate-name',
    path: ['extra', section],
    at: 'key',
    message: `extra.${section}: ${earlier} and ${path} have the same file name`,
    remedy: 'rename one of the files',
  }
}
