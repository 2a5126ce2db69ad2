/**
 * Bytes that keys and values of one ConfigMap may have together. The API server refuses values of more than 1 MiB
 * (MaxSecretSize, https://kubernetes.io/docs/concepts/configuration/configmap/); 64 KiB stay for names, labels,
 * annotations and the field managers of server-side apply, which list every key once more.
 */
export const mostConfigMapBytes = 960 * 1024

/** Bytes that a key and its text take in a ConfigMap, in UTF-8; counted without a copy, since every text of every cluster is. */
export function configMapBytes(key: string, text: string): number {
  return Buffer.byteLength(key) + Buffer.byteLength(text)
}
