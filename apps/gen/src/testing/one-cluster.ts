/** The files of a cluster eu-1, for tests of what a run remembers of it. */
export const index = 'clusters/eu-1/.generated'
export const readme = 'clusters/eu-1/README.md'

const bucket = 'objectStore: { type: S3, bucket: a, endpoint: s3.example.com, credentials: { secret: a } }\n'

/** A small cluster.yaml. */
export function yaml(mode: string, name = 'eu-1', more = ''): string {
  return `name: ${name}\nmode: ${mode}\n${more}externalLabels: { cluster: ${name} }\n${bucket}`
}

/** The same of a cluster that moves to receive-mode. */
export function moving(step: string): string {
  return yaml('sidecar-mode', 'eu-1', `migration: { to: receive-mode, step: ${step} }\n`)
}

/** The first line of an index. */
export function stateLineOf(text: string): string {
  return /^# state.*$/m.exec(text)?.[0] ?? ''
}

/** An index as it was before there were state lines. */
export function withoutState(text: string): string {
  return text.replace(/^# state.*\n/m, '')
}
