import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common'

/** The data source that Grafana's provisioning creates: Thanos Query behind the query frontend. */
export const datasource: DataSourceRef = { type: 'prometheus', uid: 'thanos' }
