import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from './decode.ts'
import { parseYaml } from './parse.ts'

describe('bytes', () => {
  it('are decoded, without a byte order mark', () => {
    expect(decode(Buffer.from('\ufeffname: größe'))).toBe('name: größe')
  })

  it('that are no UTF-8 are refused at the first bad one, wherever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const result = decode(Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]))
        const lines = before.replace(/^\ufeff/, '').split('\n')
        expect(result).toMatchObject({
          code: 'invalid-utf8',
          position: { line: lines.length, column: (lines.at(-1) ?? '').length + 1 },
        })
      }),
    )
  })

  it('that end within a character are refused at its beginning', () => {
    expect(decode(Buffer.from('ab€').subarray(0, 4))).toMatchObject({
      position: { line: 1, column: 3 },
      message: expect.stringContaining('0xe2'),
    })
  })
})

describe('positions', () => {
  const yaml = parseYaml('a:\n  - b: 1\n  - b: &x { c: 2 }\nd: *x\n')
  const locate = Array.isArray(yaml) ? () => undefined : yaml.locate

  it('are those of values, of keys for mappings and lists, and of items', () => {
    expect(locate(['a', 0, 'b'])).toEqual({ line: 2, column: 8 })
    expect(locate(['a', 0, 'b'], 'key')).toEqual({ line: 2, column: 5 })
    expect(locate(['a'])).toEqual({ line: 1, column: 1 })
    expect(locate(['a', 1])).toEqual({ line: 3, column: 5 })
  })

  it('are those of the nearest key above what the file does not have', () => {
    expect(locate(['a', 1, 'missing', 'deep'])).toEqual({ line: 3, column: 5 })
    expect(locate(['nowhere'])).toEqual({ line: 1, column: 1 })
  })

  it('follow aliases', () => {
    expect(locate(['d', 'c'])).toEqual({ line: 3, column: 16 })
  })
})

describe('a hostile file', () => {
  it('is answered within a moment', () => {
    const levels = Array.from(
      { length: 200 },
      (_, level) =>
        `l${level}: &l${level} [${
          level === 0
            ? 'x'
            : Array(9)
                .fill(`*l${level - 1}`)
                .join(', ')
        }]`,
    )
    const start = performance.now()
    expect(parseYaml(levels.join('\n'))).toMatchObject([{ code: 'anchor-bomb' }])
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it.each([
    ['open brackets', `a: ${'['.repeat(20_000)}`],
    ['closed brackets', `a: ${'['.repeat(1000)}${']'.repeat(1000)}`],
    ['dashes', `${'- '.repeat(2000)}a`],
    ['mappings', Array.from({ length: 300 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
  ])('that is nested very deep by %s is refused, not crashed on', (_by, text) => {
    expect(parseYaml(text)).toMatchObject([{ code: 'nested-too-deep' }])
  })

  it('cannot reach the prototype of objects, nor lose a key to it', () => {
    expect(parseYaml('a: { __proto__: { polluted: true } }\n')).toMatchObject([
      { code: 'reserved-key', position: { line: 1, column: 6 } },
    ])
    expect(parseYaml('a: &__proto__ b\nc: [__proto__, *__proto__]\n')).toMatchObject({ value: { a: 'b' } })
  })
})
