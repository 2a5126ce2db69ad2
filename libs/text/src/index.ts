export { type ColumnOptions, columns, markdownTable } from './tables.ts'
export { logProgress, outputProgress, type Output, type Progress } from './progress.ts'
