import { parse } from '@marcbachmann/cel-js'
import type { KubeObject, ValidatingAdmissionPolicy, ValidatingAdmissionPolicyBinding } from '@thanos-fleet/kubernetes'

/** An object as the API server has it. */
export type Live = KubeObject & { spec?: object; status?: object }

type Labels = Record<string, string> | undefined
type PolicySpec = NonNullable<ValidatingAdmissionPolicy['spec']>

const controller = 'system:serviceaccount:kube-system:statefulset-controller'

/** Whether an object is a policy of admission. */
export const isPolicy = (object: KubeObject): object is ValidatingAdmissionPolicy =>
  object.kind === 'ValidatingAdmissionPolicy'
const isBinding = (object: KubeObject): object is ValidatingAdmissionPolicyBinding =>
  object.kind === 'ValidatingAdmissionPolicyBinding'

/**
 * The API server's answer to the deletion of a pod: why it is refused; none where it is admitted. Policies are evaluated by
 * an implementation of CEL, on the objects that their bindings name.
 * @param authored the policies and their bindings, among others
 * @param api what the API server has
 */
export function refusals(
  authored: readonly KubeObject[],
  api: readonly Live[],
  pod: Live,
  user = controller,
): string[] {
  return authored.filter(isPolicy).flatMap(({ metadata, spec = {} }) => {
    const request = { oldObject: pod, request: { userInfo: { username: user } } }
    if (!selects(spec.matchConstraints?.objectSelector?.matchLabels, pod)) return []
    const matches = () =>
      spec.matchConditions?.every(({ expression }) => evaluate(expression, request) === true) === true
    return authored
      .filter(isBinding)
      .filter((binding) => binding.spec?.policyName === metadata.name)
      .filter((binding) => selects(binding.spec?.matchResources?.objectSelector?.matchLabels, pod))
      .flatMap((binding) => {
        const params = paramsOf(spec, binding, api)
        // Before the conditions, as the API server does: what is not found is refused to everybody.
        if (params.length === 0)
          return binding.spec?.paramRef?.parameterNotFoundAction === 'Deny'
            ? [`${metadata.name}: nothing to judge by`]
            : []
        return matches() ? params.flatMap((one) => failures(spec, { ...request, params: one })) : []
      })
  })
}

function failures(spec: PolicySpec, context: Record<string, unknown>): string[] {
  const variables: Record<string, unknown> = {}
  for (const { name, expression } of spec.variables ?? []) {
    variables[name] = evaluate(expression, { ...context, variables })
  }
  return (spec.validations ?? [])
    .filter(({ expression }) => evaluate(expression, { ...context, variables }) !== true)
    .map(({ message, messageExpression }) =>
      messageExpression === undefined
        ? (message ?? '')
        : String(evaluate(messageExpression, { ...context, variables })),
    )
}

function paramsOf(spec: PolicySpec, { spec: bound }: ValidatingAdmissionPolicyBinding, api: readonly Live[]): Live[] {
  const { name, selector, namespace } = bound?.paramRef ?? {}
  return api.filter(
    (object) =>
      object.kind === spec.paramKind?.kind &&
      object.metadata.namespace === namespace &&
      (name === undefined ? selects(selector?.matchLabels, object) : object.metadata.name === name),
  )
}

function selects(wanted: Labels, { metadata }: KubeObject): boolean {
  return Object.entries(wanted ?? {}).every(([name, value]) => metadata.labels?.[name] === value)
}

const programs = new Map<string, ReturnType<typeof parse>>()

function evaluate(expression: string, context: Record<string, unknown>): unknown {
  const program = programs.get(expression) ?? parse(expression)
  programs.set(expression, program)
  return program(Object.fromEntries(Object.entries(context).map(([name, value]) => [name, integers(value)])))
}

/** Numbers of Kubernetes' objects are integers in CEL. */
function integers(value: unknown): unknown {
  if (typeof value === 'number') return BigInt(value)
  if (Array.isArray(value)) return value.map(integers)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, integers(one)]))
}
