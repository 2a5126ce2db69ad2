/** What no file of YAML or JSON may be; a part of the groups in codes.ts. */
export const syntaxCodes = {
  title: 'Syntax of YAML and JSON files',
  page: 'cluster-yaml.md',
  codes: {
    'anchor-bomb':
      'Aliases within anchors, or too many of them, expand to a file that fills the memory of every tool that reads it.',
    'control-character': 'YAML does not allow control characters outside escape sequences.',
    'duplicate-key': 'The later of two equal keys would silently replace the earlier one.',
    'empty-file': 'A file without content describes nothing.',
    'file-too-large': 'Files end up in ConfigMaps, which Kubernetes limits to 1 MiB.',
    'inexact-number': 'A number with more digits than computers keep would be written as another one.',
    'invalid-utf8': 'Files are UTF-8; other encodings would change texts without a notice.',
    'json-syntax': '`init` changes JSON files and must be able to read them.',
    'multiple-documents': 'Each file has one YAML document; the others would be ignored.',
    'nested-too-deep': 'Deep nesting exhausts the stack of tools that read the file.',
    'reserved-key': 'JavaScript gives `__proto__` a meaning of its own, and its value would be lost.',
    'unknown-alias': 'An alias refers to an anchor earlier in the same file.',
    'unknown-tag': 'Only the standard YAML tags are supported; others would be read as plain strings.',
    'yaml-merge-key': '`<<` is not part of YAML 1.2, and tools disagree about its meaning.',
    'yaml-syntax': 'The file is not valid YAML.',
  },
}
