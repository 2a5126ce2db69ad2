import type { Diagnostic } from './diagnostic.ts'

/**
 * Workflow commands, which GitHub shows beside the lines of a pull request.
 * Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function formatGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ severity, code, file, line, column, message, remedy }) => {
      const properties = [
        `file=${escapeProperty(file)}`,
        ...(line === undefined ? [] : [`line=${line}`]),
        ...(column === undefined ? [] : [`col=${column}`]),
        `title=${escapeProperty(code)}`,
      ]
      return `::${severity} ${properties.join(',')}::${escapeData(`${message}\nhelp: ${remedy}`)}\n`
    })
    .join('')
}

/** What would end a command's message is percent-encoded; `%` first, since it begins the encoding. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
