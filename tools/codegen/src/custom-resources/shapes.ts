import type { Schema } from './schema.ts'

/** The members of an object type; the types of inner objects stand in it as references, `<12>`. */
interface Shape {
  readonly members: string
  /** The field in which it was first seen. */
  readonly field: string
}

const reference = /<(\d+)>/g

/**
 * Object types, each kept once however often it occurs: an ApplicationSet alone repeats its template in thirty places.
 */
export class Shapes {
  readonly #shapes: Shape[] = []
  readonly #byMembers = new Map<string, number>()

  /** The type of a value, with references for the objects in it. */
  typeOf(schema: Schema, field: string): string {
    if (schema['x-kubernetes-int-or-string'] === true) return 'number | string'
    if (schema.enum !== undefined) return schema.enum.map((value) => literal(value)).join(' | ')
    if (schema.type === 'integer' || schema.type === 'number') return 'number'
    if (schema.type === 'string' || schema.type === 'boolean') return schema.type
    if (schema.items !== undefined) return arrayOf(this.typeOf(schema.items, field))
    if (schema.properties !== undefined) return this.#object(schema.properties, schema.required ?? [], field)
    const values = schema.additionalProperties
    if (typeof values === 'object') return `Record<string, ${this.typeOf(values, field)}>`
    return schema.type === 'object' ? 'Record<string, Json>' : 'Json'
  }

  #object(properties: Record<string, Schema>, required: readonly string[], field: string): string {
    const members = Object.entries(properties)
      .map(([name, schema]) => {
        // The API server fills in a default before it asks for what is required.
        const needed = required.includes(name) && schema.default === undefined
        const type = this.typeOf(schema, name)
        return `${/^\w+$/.test(name) ? name : literal(name)}${needed ? `: ${type}` : `?: ${type} | undefined`}`
      })
      .join('\n')
    const index = this.#byMembers.get(members) ?? this.#shapes.push({ members, field }) - 1
    this.#byMembers.set(members, index)
    return `<${index}>`
  }

  /**
   * Resolves the references: an object that occurs once is written in its place, another gets a name.
   * @param roots the types that are to be resolved, by name
   */
  resolve(roots: ReadonlyMap<string, string>): Map<string, string> {
    const uses = this.#uses([...roots.values()])
    const result = new Map<string, string>()
    const names = new Map<number, string>()
    const expand = (text: string): string =>
      text.replace(reference, (_, digits: string) => {
        const index = Number(digits)
        const shape = this.#shapes[index]
        if (shape === undefined) throw new Error(`no shape ${digits}`)
        if ((uses.get(index) ?? 0) < 2 || !shape.members.includes('\n')) return `{\n${expand(shape.members)}\n}`
        const known = names.get(index)
        if (known !== undefined) return known
        const name = free(pascal(shape.field), [...roots.keys(), ...names.values()])
        names.set(index, name)
        result.set(name, `{\n${expand(shape.members)}\n}`)
        return name
      })
    for (const [name, text] of roots) result.set(name, expand(text))
    return result
  }

  #uses(roots: readonly string[]): Map<number, number> {
    const uses = new Map<number, number>()
    const texts = [...roots, ...this.#shapes.map(({ members }) => members)]
    for (const match of texts.flatMap((text) => [...text.matchAll(reference)])) {
      const index = Number(match[1])
      uses.set(index, (uses.get(index) ?? 0) + 1)
    }
    return uses
  }
}

function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
    : JSON.stringify(value)
}

function arrayOf(item: string): string {
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`
}

function pascal(field: string): string {
  return field
    .split(/\W+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
}

function free(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`
    if (!taken.includes(candidate) && candidate !== 'Json' && candidate !== 'Metadata') return candidate
  }
}
