import type { RelabelConfig } from '@thanos-fleet/cluster-spec'

/** Labels of a series, as far as they are known: it may have others. */
export type Labels = ReadonlyMap<string, string>

/**
 * What steps of relabelling make of a series; null: they drop it. Of a step about labels that are not known nothing is said:
 * it may be meant for other series. Source: model/relabel/relabel.go of Prometheus v3.14.0
 */
export function relabelled(series: Labels, steps: readonly RelabelConfig[]): Labels | null {
  return steps.reduce<Labels | null>((labels, step) => (labels === null ? null : after(labels, step)), series)
}

function after(labels: Labels, step: RelabelConfig): Labels | null {
  const { action = 'replace', sourceLabels = [], targetLabel = '', replacement = '$1' } = step
  const form = formOf(step)
  if (form === undefined) return labels
  if (action === 'labeldrop') return kept(labels, (name) => !form.test(name))
  if (action === 'labelkeep') return kept(labels, (name) => form.test(name))
  if (action === 'labelmap') return mapped(labels, form, replacement)
  const values = sourceLabels.map((name) => labels.get(name))
  if (values.includes(undefined)) return labels
  const value = values.join(step.separator ?? ';')
  switch (action) {
    case 'keep':
      return form.test(value) ? labels : null
    case 'drop':
      return form.test(value) ? null : labels
    case 'keepequal':
    case 'dropequal': {
      const other = labels.get(targetLabel)
      if (other === undefined) return labels
      return (other === value) === (action === 'keepequal') ? labels : null
    }
    case 'lowercase':
      return new Map([...labels, [targetLabel, value.toLowerCase()]])
    case 'uppercase':
      return new Map([...labels, [targetLabel, value.toUpperCase()]])
    case 'hashmod':
      return new Map([...labels, [targetLabel, '(a hash)']])
    case 'replace':
      return replaced(labels, form, value, targetLabel, replacement)
  }
}

/** Expressions of RE2 that JavaScript does not know are promtool's to judge. */
function formOf({ regex = '(.*)' }: RelabelConfig): RegExp | undefined {
  try {
    return new RegExp(`^(?:${regex})$`, 's')
  } catch {
    return undefined
  }
}

function kept(labels: Labels, isKept: (name: string) => boolean): Labels {
  return new Map([...labels].filter(([name]) => isKept(name)))
}

function mapped(labels: Labels, form: RegExp, replacement: string): Labels {
  const copies = [...labels].flatMap(([name, value]): [string, string][] =>
    form.test(name) ? [[name.replace(form, inJavaScript(replacement)), value]] : [],
  )
  return new Map([...labels, ...copies])
}

function replaced(labels: Labels, form: RegExp, value: string, target: string, replacement: string): Labels {
  if (!form.test(value)) return labels
  const [name, result] = [target, replacement].map((text) => value.replace(form, inJavaScript(text)))
  if (name === undefined || result === undefined) return labels
  const without = [...labels].filter(([label]) => label !== name)
  return new Map(result === '' ? without : [...without, [name, result]])
}

/** `${1}` of Go is `$1` here. */
function inJavaScript(template: string): string {
  return template.replace(/\$\{(\w+)\}/g, (_, name: string) => (/^\d+$/.test(name) ? `$${name}` : `$<${name}>`))
}
