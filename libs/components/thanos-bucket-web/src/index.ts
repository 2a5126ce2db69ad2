export { thanosBucketWeb } from './bucket-web.ts'
