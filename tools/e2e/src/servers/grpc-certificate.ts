import { succeed } from '@thanos-fleet/cli-tools'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A private authority, in PEM. */
export interface Authority {
  certificate: string
  key: string
}

/** What cert-manager puts into the Secret of a Certificate. */
export type CertificateData = Record<'tls.crt' | 'tls.key' | 'ca.crt', string>

const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']

/** An authority of a day. */
export function newAuthority(): Promise<Authority> {
  return inFolder(async (folder) => {
    await openssl(
      folder,
      'req',
      '-x509',
      ...curve,
      '-days',
      '1',
      '-subj',
      '/CN=e2e',
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
    )
    return { certificate: read(folder, 'ca.crt'), key: read(folder, 'ca.key') }
  })
}

/**
 * A certificate for servers and clients, as cert-manager would issue it for the stack's Certificate.
 * @param until when it ends, in Unix milliseconds: to the second, unlike that of `openssl x509`
 */
export function issue(authority: Authority, name: string, until: number): Promise<CertificateData> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'ca.crt'), authority.certificate)
    writeFileSync(join(folder, 'ca.key'), authority.key)
    mkdirSync(join(folder, 'issued'))
    writeFileSync(join(folder, 'index.txt'), '')
    writeFileSync(join(folder, 'ca.cnf'), configurationFor(name))
    await openssl(folder, 'req', ...curve, '-subj', `/CN=${name}`, '-keyout', 'tls.key', '-out', 'tls.csr')
    const dates = ['-startdate', openSslTime(Date.now() - 60_000), '-enddate', openSslTime(until)]
    await openssl(folder, 'ca', '-batch', '-notext', '-config', 'ca.cnf', ...dates, '-in', 'tls.csr', '-out', 'tls.crt')
    return { 'tls.crt': read(folder, 'tls.crt'), 'tls.key': read(folder, 'tls.key'), 'ca.crt': authority.certificate }
  })
}

/** A time as `openssl ca` reads it, such as `20260102030405Z`. */
export function openSslTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/[-:T]|\.\d+/g, '')
}

function configurationFor(name: string): string {
  return `[ca]
default_ca = own
[own]
database = index.txt
new_certs_dir = issued
certificate = ca.crt
private_key = ca.key
default_md = sha256
rand_serial = yes
policy = any
x509_extensions = leaf
[any]
commonName = supplied
[leaf]
subjectAltName = DNS:${name}
extendedKeyUsage = serverAuth, clientAuth
`
}

function openssl(folder: string, ...args: string[]): Promise<unknown> {
  return succeed('sh', ['-c', 'cd "$0" && exec openssl "$@"', folder, ...args])
}

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-ca-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
