import type { KubeObject } from '@thanos-fleet/kubernetes'
import type { ValueMap } from './value.ts'

/**
 * Configuration files that reach their program as one ConfigMap.
 *
 * They stay real files beside the kustomization (people read, compare and check them) and are taken in by
 * `configMapGenerator`.
 */
export interface ConfigFiles {
  /** The ConfigMap's name as other objects refer to it, without a hash suffix. */
  name: string
  namespace: string
  labels?: Record<string, string>
  annotations?: Record<string, string>
  /** Key of the ConfigMap, which is also the file's name, to the file's text. */
  files: Record<string, string>
  /**
   * What a change of the files has to cause. `restart`: the name carries a hash of the content, so that pods which
   * mount it roll out. `reload`: the name stays and the program notices the change itself.
   */
  onChange: 'restart' | 'reload'
  /** The whole ConfigMap, where a hand-written patch made of it what `files`, `labels` and `annotations` cannot say. */
  patched?: ValueMap
}

/** Everything one kustomization produces, before Kustomize has added hash suffixes. */
export interface State {
  /** No two with the same group, kind, namespace and name, and none that one of `configs` produces. */
  objects: readonly KubeObject[]
  configs: readonly ConfigFiles[]
}

/** The files of a folder: path relative to it, with `/`, to the text. */
export type Files = Map<string, string>
