/** Variables that containers of ours have already. That all are among them is held by libs/stack/src/everywhere. */
const variables: ReadonlySet<string> = new Set([
  'POD_NAME',
  'POD_IP',
  'GOMEMLIMIT',
  'GF_SECURITY_ADMIN_USER',
  'GF_SECURITY_ADMIN_PASSWORD',
  'GF_PATHS_PROVISIONING',
  'GF_LOG_LEVEL',
  'GF_DATABASE_URL',
  'GF_AUTH_GENERIC_OAUTH_CLIENT_SECRET',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'GOOGLE_APPLICATION_CREDENTIALS',
  'AZURE_STORAGE_ACCOUNT_KEY',
  'OSS_ACCESS_KEY_ID',
  'OSS_ACCESS_KEY_SECRET',
  'COS_SECRET_ID',
  'COS_SECRET_KEY',
  'OS_USERNAME',
  'OS_PASSWORD',
  'OBS_ACCESS_KEY',
  'OBS_SECRET_KEY',
  'BCE_ACCESS_KEY_ID',
  'BCE_SECRET_ACCESS_KEY',
  'OCI_TENANCY',
  'OCI_USER',
  'OCI_FINGERPRINT',
  'OCI_PRIVATE_KEY',
])

/** The secrets of `grafana.dataSources` reach Grafana by variables of such names. */
const ofDataSource = /^DATASOURCE_\d+_/

/** Folders in which containers of ours have their files, and those that every container has of the node. */
const folders = [
  '/etc/prometheus',
  '/prometheus',
  '/etc/thanos',
  ...['/etc/tls/grpc', '/etc/tls/host', '/etc/tls/clients', '/etc/tls/fleet-client', '/etc/tls/fleet-authority'],
  '/var/thanos',
  '/etc/alertmanager',
  '/alertmanager',
  '/etc/grafana',
  '/etc/grafana-provisioning',
  '/var/lib/grafana',
  '/var/lib/grafana-dashboards',
  '/var/lib/grafana-extra-dashboards',
  '/host',
  '/tmp',
  '/proc',
  '/sys',
  '/dev',
  '/etc/hosts',
  '/etc/resolv.conf',
  '/var/run/secrets/kubernetes.io',
  '/run/secrets/kubernetes.io',
]

/** Whether a variable is set already in some container. */
export function isOwnedVariable(name: string): boolean {
  return variables.has(name) || ofDataSource.test(name)
}

/**
 * The folder of ours that a mount at a path would hide or be hidden by; undefined: there is none.
 * @param bucket the folder of a FILESYSTEM bucket, which people choose
 */
export function ownedFolderAt(path: string, bucket: string | null): string | undefined {
  return [...folders, ...(bucket === null ? [] : [bucket])].find(
    (folder) => path === folder || path.startsWith(`${folder}/`) || folder.startsWith(`${path}/`),
  )
}
