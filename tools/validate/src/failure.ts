/** One thing that validation found wrong. */
export interface Failure {
  cluster: string
  /** The check that failed: `kustomize`, `model`, `kubeconform 1.37`, `promtool`, … */
  check: string
  /** The object or file it is about. */
  subject: string
  message: string
}
