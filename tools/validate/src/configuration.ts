import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rootCertificates } from 'node:tls'
import { componentOf, isComponentName, type Proof } from '@thanos-fleet/catalog'
import type { ToolName } from '@thanos-fleet/cli-tools'
import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { Failure } from './failure.ts'
import { type ContainerOf, containersOf, filesOf, materialise, relocate } from './programs/sandbox.ts'
import { run } from '@thanos-fleet/cli-tools'

/**
 * Checks the configuration files with the tools of their projects: promtool for Prometheus, Thanos for the rules of Rule,
 * amtool for Alertmanager. Paths inside of the files are those of the pod, so they are moved to where the files are.
 */
export async function checkConfigurations(
  tools: Record<ToolName, string>,
  cluster: string,
  objects: readonly KubeObject[],
): Promise<{ checked: number; failures: Failure[] }> {
  const root = mkdtempSync(join(tmpdir(), 'thanos-fleet-'))
  try {
    const checks = containersOf(objects).flatMap((container, index) =>
      checksOf(container, objects, join(root, String(index))),
    )
    const failures = await Promise.all(
      checks.map(async ({ tool, args, subject }): Promise<Failure[]> => {
        const { code, stdout, stderr } = await run(tools[tool], args)
        return code === 0 ? [] : [{ cluster, check: tool, subject, message: `${stdout}${stderr}`.trim() }]
      }),
    )
    return { checked: checks.length, failures: failures.flat() }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

type Reader = NonNullable<Proof['configuration']>

interface Check {
  tool: ToolName
  args: string[]
  subject: string
}

function checksOf(of: ContainerOf, objects: readonly KubeObject[], root: string): Check[] {
  const { container } = of
  const reader = isComponentName(container.name) ? componentOf(container.name).proof.configuration : null
  if (reader === null) return []
  const files = filesOf(of, objects)
  materialise(of, new Map([...files].map(([path, text]) => [path, inPlace(relocate(text, of, root), root)])), root)
  const paths = [...files.keys()].map((path) => join(root, path))
  const config = (container.args ?? []).find((arg) => arg.startsWith('--config.file='))?.slice('--config.file='.length)
  const rules = paths.filter((path) => /\/(extra-)?rules\//.test(path))
  return commands[reader](join(root, config ?? ''), rules).map((args) => ({ tool: reader, args, subject: of.subject }))
}

/** How each tool is told what to check. @param config the path of the configuration; @param rules those of files of rules */
const commands: Record<Reader, (config: string, rules: readonly string[]) => string[][]> = {
  amtool: (config) => [['check-config', config]],
  // Rule has keys that Prometheus has not, such as partial_response_strategy.
  thanos: (_, rules) =>
    rules.length === 0 ? [] : [['tools', 'rules-check', ...rules.map((path) => `--rules=${path}`)]],
  promtool: (config, rules) => [
    ['check', 'config', config],
    ...(rules.length === 0 ? [] : [['check', 'rules', '--lint=all', '--lint-fatal', ...rules]]),
  ],
}

/** promtool wants the credentials that the pod is given: stand-ins, where the files can name them. */
function inPlace(text: string, root: string): string {
  const token = '/var/run/secrets/kubernetes.io/serviceaccount'
  if (!text.includes(token)) return text
  materialiseToken(root)
  return text.replaceAll(token, root)
}

function materialiseToken(root: string): void {
  mkdirSync(root, { recursive: true })
  writeFileSync(join(root, 'token'), 'stand-in')
  // Any certificate will do: promtool only looks whether it can be parsed.
  writeFileSync(join(root, 'ca.crt'), rootCertificates[0] ?? '')
}
