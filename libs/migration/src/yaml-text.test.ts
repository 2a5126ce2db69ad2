import { describe, expect, it } from 'vitest'
import { edited } from './yaml-text.ts'

const text = `# Head.
name: a   # padded
mode: sidecar-mode # why

# Where blocks go.
objectStore: { type: S3,  bucket: b }
migration:
  # The way.
  to: receive-mode
  step: "receivers" # now
  # Its end.
# About query.
query:
    # Many.
    replicas: 4
rule: {}
`

describe('a change of a text', () => {
  it('replaces one value and no other character', () => {
    expect(edited(text, [{ path: ['migration', 'step'], value: 'remote-write' }])).toBe(
      text.replace('"receivers"', 'remote-write'),
    )
    expect(edited(text, [{ path: ['mode'], value: 'receive-mode' }])).toBe(
      text.replace('mode: sidecar-mode', 'mode: receive-mode'),
    )
  })

  it('removes a section with its comments, and keeps those around it', () => {
    const without = text.replace(/migration:[\s\S]*# Its end\.\n/, '')
    expect(edited(text, [{ path: ['migration'], value: undefined }])).toBe(without)
    expect(without).toContain('# About query.\nquery:')
  })

  it('writes a new section below the mode, in one line', () => {
    const { length } = text.slice(0, text.indexOf('\n# Where'))
    expect(edited('mode: a # x\nrule: {}', [{ path: ['migration'], value: { to: 'b', step: 'c' } }])).toBe(
      'mode: a # x\nmigration: { to: b, step: c }\nrule: {}',
    )
    expect(edited(text, [{ path: ['grafana'], value: false, comment: 'Not here.' }])).toBe(
      `${text.slice(0, length)}# Not here.\ngrafana: false\n${text.slice(length)}`,
    )
    expect(edited('mode: a', [{ path: ['query', 'x'], value: true }])).toBe('mode: a\nquery: { x: true }\n')
  })

  it('adds a key to a mapping in the way it is written', () => {
    const add = { path: ['query', 'x'], value: true, comment: 'Because.' } as const
    expect(edited(text, [add])).toBe(text.replace('query:\n', 'query:\n    # Because.\n    x: true\n'))
    expect(edited('mode: a\nquery: {replicas: 4} # z\n', [add])).toBe(
      'mode: a\n# Because.\nquery: { x: true,replicas: 4} # z\n',
    )
    expect(edited('mode: a\nquery: {}\n', [add])).toBe('mode: a\n# Because.\nquery: { x: true }\n')
  })

  it('replaces a value that is there already, and removes what does not exist without a change', () => {
    expect(edited('mode: a\nquery: { x: false }\n', [{ path: ['query', 'x'], value: true }])).toBe(
      'mode: a\nquery: { x: true }\n',
    )
    expect(edited(text, [{ path: ['sidecar'], value: undefined }])).toBe(text)
  })

  it('means the same where a file is written in an unusual way, with its comments', () => {
    const odd = '# Kept.\n{ name: a, mode: b, query: { replicas: 4 } }\n'
    expect(edited(odd, [{ path: ['query', 'x'], value: true }])).toBe(
      '# Kept.\n{ name: a, mode: b, query: { replicas: 4, x: true } }\n',
    )
    const alias = 'base: &q { replicas: 4 }\nmode: b\nquery: *q\n'
    expect(edited(alias, [{ path: ['mode'], value: 'c' }])).toBe('base: &q { replicas: 4 }\nmode: c\nquery: *q\n')
  })

  it('keeps the line ends of Windows in lines that it does not change', () => {
    expect(edited('name: a\r\nmode: b\r\nrule: {}\r\n', [{ path: ['mode'], value: 'c' }])).toBe(
      'name: a\r\nmode: c\r\nrule: {}\r\n',
    )
  })
})
