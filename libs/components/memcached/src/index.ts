export { memcached } from './memcached.ts'
