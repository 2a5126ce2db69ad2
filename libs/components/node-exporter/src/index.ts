export { nodeExporter } from './node-exporter.ts'
