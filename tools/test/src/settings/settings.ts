import { entriesOf, formsOf, isContainer, itemsOf, propertiesOf, type Schema, variantOf } from './schema.ts'

/** One step from the file down to a setting: into a key, an item of a list, or an entry of one's own name. */
export interface Step {
  /** The form of the mapping or list that the step goes into. */
  within: Schema
  into: { key: string } | 'item' | 'entry'
}

/** Something that can be written in the file, and does not contain other settings or can be something else instead. */
export interface Setting {
  /** As `alertmanager.receivers[].slack.channel`, `objectStore(S3).bucket` or `externalLabels.*`. */
  name: string
  steps: readonly Step[]
  /** The forms of its value. */
  forms: readonly Schema[]
}

/** Every setting of a schema, those of all variants of unions, of items and of entries included. */
export function settingsOf(schema: Schema, name = '', steps: readonly Step[] = []): Setting[] {
  const forms = formsOf(schema)
  const containers = forms.filter(isContainer)
  const own = containers.length === 0 || forms.length > 1 ? [{ name, steps, forms }] : []
  return [...own.filter(canDiffer), ...containers.flatMap((form) => settingsWithin(form, name, steps))]
}

/** A constant that is the only possible value, as `type: S3` of its variant, cannot be written in another way. */
function canDiffer({ forms }: Setting): boolean {
  return forms.length > 1 || forms.some((form) => form.const === undefined)
}

function settingsWithin(form: Schema, name: string, steps: readonly Step[]): Setting[] {
  const variant = variantOf(form)
  const named = variant === undefined ? name : `${name}(${variant})`
  const [items, entries] = [itemsOf(form), entriesOf(form)]
  return [
    ...propertiesOf(form).flatMap(([key, schema]) =>
      settingsOf(schema, named === '' ? key : `${named}.${key}`, [...steps, { within: form, into: { key } }]),
    ),
    ...(items === undefined ? [] : settingsOf(items, `${named}[]`, [...steps, { within: form, into: 'item' }])),
    ...(entries === undefined ? [] : settingsOf(entries, `${named}.*`, [...steps, { within: form, into: 'entry' }])),
  ]
}
