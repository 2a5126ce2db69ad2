import { IndentationText, NewLineKind, Project, QuoteKind, type SourceFile, ts } from 'ts-morph'
import { header } from './output.ts'

/** A project for reading declarations and writing sources, which loads no other file than those it is told to. */
export function newProject(): Project {
  return new Project({
    skipAddingFilesFromTsConfig: true,
    compilerOptions: { skipLibCheck: true },
    manipulationSettings: {
      indentationText: IndentationText.TwoSpaces,
      newLineKind: NewLineKind.LineFeed,
      quoteKind: QuoteKind.Single,
    },
  })
}

/** The text of a generated source: a header that names what it comes from, then the code in the style of the workspace. */
export function textOf(file: SourceFile, source: string): string {
  file.formatText({ indentSize: 2, semicolons: ts.SemicolonPreference.Remove })
  return `${header(source)}${file.getFullText().trim()}\n`
}
