import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ESLint } from 'eslint'
import { beforeAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

let eslint: ESLint
beforeAll(() => {
  // The rule reads the graph of projects that Nx leaves behind. Nx makes projects of the clusters, whichever they are.
  const env = { ...process.env, NX_DAEMON: 'false', NODE_OPTIONS: '' }
  execFileSync('npx', ['nx', 'show', 'projects'], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] })
  eslint = new ESLint({
    cwd: root,
    // The files of these tests are not on disk, and so have no types.
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } }],
    ruleFilter: ({ ruleId }) => ruleId === '@nx/enforce-module-boundaries',
  })
})

async function complaints(filePath: string, text: string): Promise<string[]> {
  const results = await eslint.lintText(text, { filePath: resolve(root, filePath) })
  return results.flatMap(({ messages }) => messages.map(({ message }) => message))
}

const component = 'libs/components/memcached/src/example.ts'

test.each([
  [
    'a component imports another component',
    component,
    "import '@thanos-fleet/storage'",
    'can only depend on libs tagged with',
  ],
  ['a component imports the stack, which imports it', component, "import '@thanos-fleet/stack'", 'Circular dependency'],
  [
    'a core library imports the specification',
    'libs/flags/src/example.ts',
    "import '@thanos-fleet/cluster-spec'",
    'can only depend on libs tagged with',
  ],
  [
    'the specification imports a tool',
    'libs/images/src/example.ts',
    "import '@thanos-fleet/cli-tools'",
    'can only depend on libs tagged with',
  ],
  [
    'an app imports the workshop',
    'apps/gen/src/example.ts',
    "import '@thanos-fleet/nx-plugin'",
    'can only depend on libs tagged with',
  ],
  [
    'what is needed at run time imports the workshop',
    'tools/validate/src/example.ts',
    "import '@thanos-fleet/nx-plugin'",
    'can only depend on libs tagged with',
  ],
  [
    'a file reaches into another project',
    component,
    "import '../../storage/src/index.ts'",
    'cannot be imported by a relative',
  ],
])('it is an error if %s', async (_, file, text, expected) => {
  expect(await complaints(file, text)).toEqual([expect.stringContaining(expected)])
})

test('an app offers nothing to import', () => {
  const manifest: unknown = JSON.parse(readFileSync(resolve(root, 'apps/gen/package.json'), 'utf8'))
  expect(manifest).not.toHaveProperty('exports')
})

test('what the architecture allows is no error', async () => {
  expect(await complaints(component, "import '@thanos-fleet/kubernetes'")).toEqual([])
})
