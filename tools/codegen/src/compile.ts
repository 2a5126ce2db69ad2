import path from 'node:path'
import { repositoryRoot } from '@thanos-fleet/cli-tools'
import { Project } from 'ts-morph'

const project = new Project({
  tsConfigFilePath: path.join(repositoryRoot, 'tsconfig.json'),
  skipAddingFilesFromTsConfig: true,
  // A snippet imports more than it uses.
  compilerOptions: { noUnusedLocals: false },
})

/**
 * The type errors of a piece of TypeScript, under the repository's own compiler settings.
 * @param source imports workspace packages by name; its imports are resolved as if it stood in `folder`
 */
export function typeErrors(source: string, folder = 'tools/codegen/src'): string[] {
  const file = project.createSourceFile(path.join(repositoryRoot, folder, 'snippet.ts'), source, { overwrite: true })
  return project
    .getProgram()
    .getSemanticDiagnostics(file)
    .map((diagnostic) => {
      const message = diagnostic.getMessageText()
      return typeof message === 'string' ? message : message.getMessageText()
    })
}
