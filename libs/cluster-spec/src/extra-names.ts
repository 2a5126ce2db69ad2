import { posix } from 'node:path'

/**
 * The name by which a program finds an extra file: that of the file without its folders. Prometheus is told to read
 * `*.yaml`, so the other spelling of that ending becomes this one.
 */
export function extraKey(path: string): string {
  return posix.basename(path).replace(/\.yml$/, '.yaml')
}
