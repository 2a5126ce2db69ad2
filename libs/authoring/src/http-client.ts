import type { CaFile, HttpClient, TlsConfig } from '@thanos-fleet/cluster-spec'
import type { Json, Volume, VolumeMount } from '@thanos-fleet/kubernetes'
import { given } from './given.ts'

type Sources = NonNullable<NonNullable<Volume['projected']>['sources']>

/** The files by which a container asks a server elsewhere: one volume, or none where it needs no files. */
export interface ClientFiles {
  volumes: Volume[]
  volumeMounts: VolumeMount[]
}

const files = { password: 'password', token: 'token', ca: 'ca.crt', cert: 'tls.crt', key: 'tls.key' }

/**
 * Mounts what is secret, and the authority that is trusted. Programs read these files again by themselves.
 * @param name of the volume, unique in the pod
 * @param directory in the container
 */
export function clientFiles(name: string, client: HttpClient, directory: string): ClientFiles {
  const sources = sourcesOf(client)
  if (sources.length === 0) return { volumes: [], volumeMounts: [] }
  return {
    volumes: [{ name, projected: { sources } }],
    volumeMounts: [{ name, mountPath: directory, readOnly: true }],
  }
}

function sourcesOf({ basicAuth, authorization, tlsConfig: { ca, certSecret } = {} }: HttpClient): Sources {
  const secret = (name: string, ...items: [key: string, path: string][]) => ({
    secret: { name, items: items.map(([key, path]) => ({ key, path })) },
  })
  return [
    ...(basicAuth === undefined
      ? []
      : [secret(basicAuth.passwordSecret.name, [basicAuth.passwordSecret.key, files.password])]),
    ...(authorization === undefined
      ? []
      : [secret(authorization.credentialsSecret.name, [authorization.credentialsSecret.key, files.token])]),
    ...(ca === undefined ? [] : [authority(ca)]),
    ...(certSecret === undefined ? [] : [secret(certSecret, [files.cert, files.cert], [files.key, files.key])]),
  ]
}

function authority(ca: CaFile): Sources[number] {
  const items = [{ key: ca.key, path: files.ca }]
  return 'secret' in ca ? { secret: { name: ca.secret, items } } : { configMap: { name: ca.configMap, items } }
}

/**
 * How Prometheus asks a server. Source: https://prometheus.io/docs/prometheus/latest/configuration/configuration/#http_config
 * @param directory where `clientFiles` mounts the files
 */
export function prometheusClient(client: HttpClient, directory: string): { [key: string]: Json } {
  const { authorization } = client
  return {
    ...basicAuthOf(client, directory),
    ...(authorization === undefined
      ? {}
      : {
          authorization: {
            ...given({ type: authorization.type }),
            credentials_file: `${directory}/${files.token}`,
          },
        }),
    ...tlsConfigOf(client.tlsConfig, directory),
  }
}

/**
 * How Thanos asks one: with a token of the type Bearer only. Source: pkg/clientconfig/http.go of Thanos v0.42.4
 * @param directory where `clientFiles` mounts the files
 */
export function thanosClient(client: HttpClient, directory: string): { [key: string]: Json } {
  return {
    ...basicAuthOf(client, directory),
    ...(client.authorization === undefined ? {} : { bearer_token_file: `${directory}/${files.token}` }),
    ...tlsConfigOf(client.tlsConfig, directory),
  }
}

function basicAuthOf({ basicAuth }: HttpClient, directory: string): { [key: string]: Json } {
  if (basicAuth === undefined) return {}
  return { basic_auth: { username: basicAuth.username, password_file: `${directory}/${files.password}` } }
}

function tlsConfigOf(tls: TlsConfig | undefined, directory: string): { [key: string]: Json } {
  if (tls === undefined) return {}
  const { ca, certSecret, serverName, insecureSkipVerify } = tls
  return {
    tls_config: {
      ...(ca === undefined ? {} : { ca_file: `${directory}/${files.ca}` }),
      ...(certSecret === undefined
        ? {}
        : { cert_file: `${directory}/${files.cert}`, key_file: `${directory}/${files.key}` }),
      ...given({ server_name: serverName, insecure_skip_verify: insecureSkipVerify }),
    },
  }
}
