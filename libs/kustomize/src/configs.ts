import { configMap, configMapOf } from './config-map.ts'
import { configFolder } from './file-name.ts'
import type { ConfigFiles } from './state.ts'
import { isMap, own, type ValueMap } from './value.ts'

/** What the kustomization says of one ConfigMap, and what it leaves to a patch. */
export interface GeneratedConfig {
  /** The entry of `configMapGenerator`; undefined when a patch says everything. */
  entry: ValueMap | undefined
  /** Files to write: path to text. */
  files: [string, string][]
  /** The ConfigMap after the generators ran; undefined when there was none before. */
  after: ValueMap | undefined
  /** The ConfigMap that patches have to make of it. */
  wanted: ValueMap
}

/**
 * By this annotation Kustomize itself remembers that a name gets a hash; it is not printed. Patches have to know it:
 * one that removes all annotations would remove the hash too, and only a patch can give a hash to a ConfigMap that had
 * none.
 */
export const hashAnnotation = 'internal.config.kubernetes.io/needsHashSuffix'

/** A ConfigMap that did not exist before. */
export function createdConfig(config: ConfigFiles, main: string | undefined): GeneratedConfig {
  const { labels = {}, annotations = {}, files } = config
  return {
    entry: entryOf(config, undefined, files, labels, annotations, main),
    files: filesOf(config, files, main),
    after: undefined,
    wanted: configMap(config),
  }
}

/** A ConfigMap that a generator below made from files: changed files are merged in, the rest is patched. */
export function changedConfig(from: ConfigFiles, to: ConfigFiles, main: string | undefined): GeneratedConfig {
  const files = changes(from.files, to.files)
  const labels = changes(from.labels, to.labels)
  const annotations = changes(from.annotations, to.annotations)
  const needed = Object.keys(files).length > 0 || (from.onChange === 'restart' && to.onChange === 'reload')
  const after = needed
    ? configMapOf(
        to,
        { ...from.files, ...files },
        { ...from.labels, ...labels },
        { ...from.annotations, ...annotations },
      )
    : configMap(from)
  return {
    entry: needed ? entryOf(to, 'merge', files, labels, annotations, main) : undefined,
    files: filesOf(to, files, main),
    // A generator that merges can take the hash away but not bring it.
    after: hashed(after, from.onChange === 'restart' && to.onChange === 'restart'),
    wanted: hashed(configMap(to), to.onChange === 'restart'),
  }
}

/** A ConfigMap that was an ordinary object before; its labels and annotations stay unless patched away. */
export function adoptedConfig(from: ValueMap, config: ConfigFiles, main: string | undefined): GeneratedConfig {
  const { labels = {}, annotations = {}, files } = config
  return {
    entry: entryOf(config, 'replace', files, labels, annotations, main),
    files: filesOf(config, files, main),
    after: configMapOf(
      config,
      files,
      { ...metadataTexts(from, 'labels'), ...labels },
      { ...metadataTexts(from, 'annotations'), ...annotations },
    ),
    wanted: hashed(configMap(config), config.onChange === 'restart'),
  }
}

/** A generated ConfigMap that becomes an ordinary object: only its hash is the generator's business. */
export function releasedConfig(from: ConfigFiles, to: ValueMap, main: string | undefined): GeneratedConfig {
  const restarts = from.onChange === 'restart'
  const entry = restarts ? entryOf({ ...from, onChange: 'reload' }, 'merge', {}, {}, {}, main) : undefined
  return { entry, files: [], after: configMap(from), wanted: to }
}

function entryOf(
  config: ConfigFiles,
  behavior: 'merge' | 'replace' | undefined,
  files: Record<string, string>,
  labels: Record<string, string>,
  annotations: Record<string, string>,
  main: string | undefined,
): ValueMap {
  const options: ValueMap = {
    ...(config.onChange === 'reload' ? { disableNameSuffixHash: true } : {}),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
  }
  const paths = filesOf(config, files, main).map(([path]) => path)
  return {
    name: config.name,
    ...(config.namespace === '' ? {} : { namespace: config.namespace }),
    ...(behavior === undefined ? {} : { behavior }),
    ...(paths.length === 0 ? {} : { files: paths }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  }
}

function filesOf(config: ConfigFiles, files: Record<string, string>, main: string | undefined): [string, string][] {
  const folder = configFolder(config.name, config.namespace, main)
  return Object.keys(files)
    .sort()
    .map((key) => [`${folder}/${key}`, files[key] ?? ''])
}

/** The entries that are new or different; removed ones are not in it. */
function changes(from: Record<string, string> = {}, to: Record<string, string> = {}): Record<string, string> {
  return from === to ? {} : Object.fromEntries(Object.entries(to).filter(([key, value]) => own(from, key) !== value))
}

function metadataTexts(object: ValueMap, field: 'labels' | 'annotations'): Record<string, string> {
  const map = isMap(object['metadata']) ? object['metadata'][field] : undefined
  const texts = Object.entries(isMap(map) ? map : {})
  return Object.fromEntries(texts.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])))
}

/** The ConfigMap with Kustomize's own mark that its name gets a hash suffix, or the object itself where it gets none. */
export function hashed(object: ValueMap, needed: boolean): ValueMap {
  if (!needed) return object
  const metadata = isMap(object['metadata']) ? object['metadata'] : {}
  const annotations = isMap(metadata['annotations']) ? metadata['annotations'] : {}
  return { ...object, metadata: { ...metadata, annotations: { ...annotations, [hashAnnotation]: 'enabled' } } }
}
