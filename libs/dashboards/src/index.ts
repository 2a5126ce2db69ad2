export { dashboards, type ActiveParts } from './dashboards.ts'
export { queries, substitute, type PanelQuery, type Values } from './queries.ts'
