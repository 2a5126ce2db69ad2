import { isObject } from '@thanos-fleet/json'
import type { Path } from '../yaml/position.ts'

/** A value that SOPS has encrypted: `ENC[AES256_GCM,data:…,iv:…,tag:…,type:str]`. */
function isEncryptedValue(value: unknown): boolean {
  return typeof value === 'string' && /^ENC\[AES256_GCM,data:[^\]]*,type:[a-z]+\]$/.test(value)
}

/**
 * Whether an object was encrypted with SOPS: it has SOPS' own section, with the code that proves the document whole.
 * Source: https://getsops.io/docs/#message-authentication-code
 */
export function isEncrypted(object: Readonly<Record<string, unknown>>): boolean {
  const { sops } = object
  return isObject(sops) && isEncryptedValue(sops['mac'])
}

/**
 * The first value of a Secret that can be read by everyone who can read the repository.
 * @returns its path; undefined if there is none
 */
export function plainValueOf(secret: Readonly<Record<string, unknown>>): Path | undefined {
  const covered = isEncrypted(secret)
  for (const section of ['data', 'stringData'] as const) {
    const values = secret[section]
    if (values === undefined || values === null) continue
    if (!isObject(values)) return [section]
    for (const [key, value] of Object.entries(values)) {
      // SOPS leaves what is empty as it is.
      if (value === null || value === '' || (covered && isEncryptedValue(value))) continue
      return [section, key]
    }
  }
  return undefined
}
