import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ContainerOf } from './sandbox.ts'

/**
 * Credentials of Google that name a person instead of a key: clients read the file when they start and ask for a token
 * when they first send something, which they never do here. Source: golang.org/x/oauth2/google, credentials file types
 */
const authorizedUser = {
  type: 'authorized_user',
  client_id: 'stand-in',
  client_secret: 'stand-in',
  refresh_token: 'stand-in',
}

/** Puts a file into every mounted Secret whose path the environment gives: a program reads it when it starts. */
export function standInCredentials({ container, pod }: ContainerOf, root: string): void {
  const secrets = new Set((pod.volumes ?? []).filter(({ secret }) => secret !== undefined).map(({ name }) => name))
  const folders = (container.volumeMounts ?? []).filter(({ name }) => secrets.has(name))
  for (const { value = '' } of container.env ?? []) {
    if (folders.some(({ mountPath }) => value.startsWith(`${mountPath}/`)))
      writeFileSync(join(root, value), JSON.stringify(authorizedUser))
  }
}
