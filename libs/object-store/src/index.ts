export {
  additionalBucketAccess,
  bucketAccess,
  type BucketAccess,
  bucketClaim,
  configKey,
  configName,
} from './access.ts'
export { configuration, configurationText } from './configuration.ts'
export { credentialsSecret, secretKeys, type SecretKeyOf } from './credentials.ts'
export { objectStore } from './object-store.ts'
