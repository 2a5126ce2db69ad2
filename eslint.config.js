import eslint from '@eslint/js'
import nx from '@nx/eslint-plugin'
import tseslint from 'typescript-eslint'

/**
 * Which kind of project may import which: the arrows of the architecture, from the core libraries to the command line.
 * A component knows no other component; libs/stack connects them. What the product needs where it is used (`runtime`) is
 * told apart from the workshop in which it is made (`tool`), which imports the command line no more than that imports it.
 */
const layers = {
  core: ['core'],
  specification: ['core', 'specification'],
  model: ['core', 'specification', 'model'],
  component: ['core', 'specification', 'model'],
  stack: ['core', 'specification', 'model', 'component', 'stack'],
  runtime: ['core', 'specification', 'model', 'stack', 'runtime'],
  app: ['core', 'specification', 'model', 'stack', 'runtime'],
  tool: ['core', 'specification', 'model', 'component', 'stack', 'runtime', 'tool'],
}

const depConstraints = Object.entries(layers).map(([source, targets]) => ({
  sourceTag: `type:${source}`,
  onlyDependOnLibsWithTags: targets.map((target) => `type:${target}`),
}))

export default tseslint.config(
  { ignores: ['node_modules/', '.nx/', '.tools/', 'coverage/', 'dist/', 'clusters/', 'overlays/'] },
  eslint.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { enforceBuildableLibDependency: false, banTransitiveDependencies: true, depConstraints },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300 }],
    },
  },
  { files: ['**/generated/**'], rules: { 'max-lines': 'off' } },
)
