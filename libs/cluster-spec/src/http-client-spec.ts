import type { CaFile } from './object-store-spec.ts'

/** A key of an existing Secret. */
export interface SecretKey {
  name: string
  key: string
}

/** How a server elsewhere is asked: who asks, and whom is trusted. What is secret is a key of an existing Secret. */
export interface HttpClient {
  basicAuth?: { username: string; passwordSecret: SecretKey }
  /** The header `Authorization`, of the type `Bearer` unless another is named. */
  authorization?: { type?: string; credentialsSecret: SecretKey }
  tlsConfig?: TlsConfig
}

export interface TlsConfig {
  /** The authority that signed the server's certificate, where it is none of the public ones. */
  ca?: CaFile
  /** An existing Secret with `tls.crt` and `tls.key`, which the client presents. */
  certSecret?: string
  /** The name in the server's certificate, where it is not that of the address. */
  serverName?: string
  insecureSkipVerify?: boolean
}
