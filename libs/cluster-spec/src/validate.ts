import { checks } from './checks/index.ts'
import type { CheckContext } from './checks/check.ts'
import type { Finding } from './finding.ts'
import { prune } from './issues/prune.ts'
import { translate } from './issues/translate.ts'
import { type ExtraFiles, resolveCluster } from './resolve/cluster.ts'
import { type ClusterInput, clusterSchema } from './schema/cluster.ts'
import type { ClusterSpec } from './spec.ts'
import { keyOf, relatedToAny } from './yaml/paths.ts'
import type { Path } from './yaml/position.ts'

/** What a file says, as far as it could be understood, and everything that is wrong with it. */
export interface Validated {
  findings: Finding[]
  input?: ClusterInput
  spec?: ClusterSpec
}

const noFiles: ExtraFiles = { scrapeJobs: [], rules: [], globalRules: [], dashboards: [], alertTemplates: [] }

/** Checks the form of what was written and then the rules between settings. */
export function validate(yaml: { value: unknown }, context: CheckContext): Validated {
  const parsed = clusterSchema.safeParse(yaml.value)
  if (parsed.success) {
    const spec = resolveCluster(parsed.data, noFiles)
    return { input: parsed.data, spec, findings: checks.flatMap((check) => check(spec, context)) }
  }
  const wrong = withoutEchoes(translate(parsed.error.issues, yaml.value))
  return { findings: [...wrong, ...checkTheRest(yaml.value, wrong, context)] }
}

/** A misspelt key is one error: that the right one is missing needs not be said as well. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const meant = findings.filter(({ code }) => code === 'unknown-key').flatMap(({ also }) => also ?? [])
  const echoes = new Set(meant.flatMap((path) => [keyOf(path), keyOf(path.slice(0, -1))]))
  return findings.filter(({ code, path }) => !code.startsWith('missing-') || !echoes.has(keyOf(path ?? [])))
}

/** What else is wrong once the malformed parts are left out, except for what depends on them. */
function checkTheRest(value: unknown, wrong: readonly Finding[], context: CheckContext): Finding[] {
  const rest: unknown = structuredClone(value)
  const removed: Path[] = wrong.flatMap(({ path, also }) => [...(path === undefined ? [] : [path]), ...(also ?? [])])
  let findings = wrong
  // Each round can uncover a mapping that became incomplete; the file's depth bounds their number.
  for (let round = 0; round < 10; round += 1) {
    const paths = prune(
      rest,
      findings.filter(({ path }) => !isName(path)),
    )
    if (typeof rest !== 'object' || rest === null) return []
    if (findings.some(({ path }) => isName(path))) Reflect.set(rest, 'name', context.folder)
    if (paths === undefined && !findings.every(({ path }) => isName(path))) return []
    removed.push(...(paths ?? []))
    const parsed = clusterSchema.safeParse(rest)
    if (parsed.success) {
      const spec = resolveCluster(parsed.data, noFiles)
      const dependsOnRemoved = relatedToAny(removed)
      const isOwn = ({ path, also = [] }: Finding) =>
        ![...(path === undefined ? [] : [path]), ...also].some(dependsOnRemoved)
      return checks.flatMap((check) => check(spec, context)).filter(isOwn)
    }
    findings = translate(parsed.error.issues, rest)
  }
  return []
}

function isName(path: Path | undefined): boolean {
  return path?.length === 1 && path[0] === 'name'
}
