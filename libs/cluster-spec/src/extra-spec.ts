/** Files beside `cluster.yaml`, by their path relative to it, with their text. */
export interface Extra {
  scrapeJobs: ExtraFile[]
  /** Evaluated by each Prometheus over its own data. */
  rules: ExtraFile[]
  /** Evaluated by Thanos Rule over the data of all. */
  globalRules: ExtraFile[]
  dashboards: ExtraFile[]
  /** Templates of notifications, for Alertmanager. */
  alertTemplates: ExtraFile[]
}

export interface ExtraFile {
  path: string
  text: string
}
