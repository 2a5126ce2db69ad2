import type { Finding } from '../finding.ts'
import type { ExtraName } from './names.ts'

/** What an extra file gives names to. */
export interface NamesOfFile {
  /** Relative to the cluster's folder. */
  path: string
  names: readonly ExtraName[]
}

/** Names that must be unique among all files of a section, and what happens where they are not. */
const unique: Partial<Record<ExtraName['kind'], { code: string; what: string; remedy: string }>> = {
  job: {
    code: 'duplicate-job',
    what: 'scrape job',
    remedy: 'change its job_name; Prometheus rejects duplicate scrape jobs',
  },
  template: {
    code: 'duplicate-template',
    what: 'template',
    remedy: 'rename it; Alertmanager would use the one of the later file',
  },
  uid: {
    code: 'duplicate-dashboard',
    what: 'uid',
    remedy: 'change the uid; Grafana keeps overwriting one dashboard with the other',
  },
  title: {
    code: 'duplicate-dashboard',
    what: 'title',
    remedy: 'change the title; Grafana stops updating dashboards with the same title in a folder',
  },
}

/** Refuses names that several files of one section, or one file twice, give to what must be told apart. */
export function duplicateFindings(files: readonly NamesOfFile[]): Finding[] {
  const first = new Map<string, string>()
  return files.flatMap(({ path, names }) =>
    names.flatMap(({ kind, name, position }): Finding[] => {
      const rule = unique[kind]
      const key = `${kind} ${name}`
      const earlier = first.get(key)
      if (earlier === undefined) first.set(key, path)
      if (rule === undefined || earlier === undefined) return []
      const { code, what, remedy } = rule
      const where = earlier === path ? 'twice in this file' : `in ${earlier} too`
      return [{ code, file: path, position, message: `duplicate ${what} ${JSON.stringify(name)}: ${where}`, remedy }]
    }),
  )
}
