export { thanosReceiveEdge } from './edge.ts'
export { hashringsText, ringEndpoints } from './hashrings.ts'
export { thanosReceiveIngestor } from './ingestor.ts'
export { thanosReceiveRouter } from './router.ts'
