import { idOf, idString, type KubeObject } from '@thanos-fleet/kubernetes'
import { asObject } from './compare.ts'
import type { ValueMap } from './value.ts'

/**
 * Selects one object of a kustomization for JSON operations, which cannot name it themselves.
 *
 * @param all every object of the kustomization
 * @throws RangeError when the selector cannot tell the object from another: to a selector no group and no namespace
 *   mean any, so an object of the core group is not to be told from a namesake of the same kind in another group
 */
export function targetOf(object: ValueMap, all: readonly ValueMap[]): ValueMap {
  const one = asObject(object)
  const { group, kind, namespace, name } = idOf(one)
  const namesake = all.map(asObject).find((other) => idString(other) !== idString(one) && selects(one, other))
  if (namesake !== undefined) {
    throw new RangeError(`no patch can change ${idString(one)} without changing ${idString(namesake)} too; rename one`)
  }
  return {
    ...(group === '' ? {} : { group }),
    version: versionOf(one),
    kind,
    name: name.replaceAll('.', String.raw`\.`),
    ...(namespace === '' ? {} : { namespace }),
  }
}

function selects(one: KubeObject, other: KubeObject): boolean {
  const [wanted, given] = [idOf(one), idOf(other)]
  return (
    wanted.kind === given.kind &&
    wanted.name === given.name &&
    versionOf(one) === versionOf(other) &&
    (wanted.group === '' || wanted.group === given.group) &&
    (wanted.namespace === '' || wanted.namespace === given.namespace)
  )
}

function versionOf(object: KubeObject): string {
  return object.apiVersion.slice(object.apiVersion.indexOf('/') + 1)
}
