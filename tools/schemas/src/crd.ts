import { isJsonObject, type JsonObject } from '@thanos-fleet/json'
import { parseAllDocuments } from 'yaml'
import { objectAt, objectsAt, textAt } from './json.ts'
import { ofKind } from './kind.ts'
import { strictSchema } from './strict.ts'
import { closure, type KindSchema } from './swagger.ts'

const objectMeta = 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta'

/**
 * Strict schemas of the served versions in a file of CustomResourceDefinitions. `metadata`, which a CRD leaves open,
 * takes the schema of Kubernetes from `definitions`. CEL rules are not translated.
 */
export function customResourceSchemas(yaml: string, definitions: Record<string, JsonObject>): KindSchema[] {
  const documents = parseAllDocuments(yaml).map((document): unknown => document.toJS())
  const crds = documents.filter(isJsonObject).filter((document) => document['kind'] === 'CustomResourceDefinition')
  return crds.flatMap((crd) => versionsOf(crd, definitions))
}

function versionsOf(crd: JsonObject, definitions: Record<string, JsonObject>): KindSchema[] {
  const spec = objectAt(crd, 'spec')
  const group = textAt(spec, 'group')
  const kind = textAt(objectAt(spec, 'names'), 'kind')
  if (group === undefined || kind === undefined) throw new Error('a CustomResourceDefinition lacks its group or kind')
  const served = objectsAt(spec, 'versions').filter((version) => version['served'] === true)
  return served.map((entry) => {
    const version = textAt(entry, 'name') ?? ''
    const strict = strictSchema(objectAt(entry, 'schema', 'openAPIV3Schema'))
    strict['properties'] = { ...objectAt(strict, 'properties'), metadata: { $ref: `#/definitions/${objectMeta}` } }
    const schema = ofKind(strict, { group, version, kind })
    return { group, version, kind, schema: { ...schema, definitions: closure(schema, definitions) } }
  })
}
