import { addressOf } from '../addresses/address.ts'

/** A server as two spellings of its address have in common. */
export interface Server {
  /** Lower case, without the dot of an absolute name. */
  host: string
  /** Null: one of the two ports of HTTP. The same server answers on both, so they do not tell buckets apart. */
  port: string | null
}

/** The server of an endpoint: `host`, `host:port` or a URL, of which only the server counts. */
export function serverOf(endpoint: string): Server {
  const { host, port } = addressOf(endpoint)
  return { host, port: port === null || port === 80 || port === 443 ? null : String(port) }
}

/** The server as people write it, and equal for all spellings of it. */
export function serverText({ host, port }: Server): string {
  const written = host.includes(':') ? `[${host}]` : host
  return port === null ? written : `${written}:${port}`
}

/**
 * The namespace of the Service that an address leads to, or null: the address is not that of a Service. Every Kubernetes
 * cluster has its own Services: two clusters that name the same one mean two servers.
 *
 * Only `<service>.<namespace>.svc`, alone or with `.cluster.local`, can be nothing else. `minio.minio` might be a
 * domain of two labels, `minio` may come from the search list of the nodes, `minio.minio.svc.k8s.corp.example` a name
 * of the company's DNS, and `.svc.clusterset.local` is shared between clusters on purpose: such names are compared.
 *
 * @param address `host`, `host:port` or a URL; a pod of the Service (`pod-0.minio.minio.svc`) and Thanos' prefixes for
 *   lookups (`dnssrv+_grpc._tcp.minio.minio.svc`) lead to it as well
 */
export function serviceNamespace(address: string): string | null {
  return /[^.]\.([^.]+)\.svc(?:\.cluster\.local)?$/.exec(serverOf(address).host)?.[1] ?? null
}

/** Whether a host that is no Service by its name may be one: then people have to write it as one. */
export function mayBeService(host: string): boolean {
  const labels = host.split('.')
  return labels.length <= 2 || (labels.includes('svc') && !host.endsWith('.clusterset.local'))
}

/**
 * Clouds in which a bucket's name means one bucket whatever endpoint it is asked for at: the endpoints of regions, of
 * dual-stack, FIPS, acceleration and internal networks all lead to it. The domain of the endpoints, and the set of names.
 *
 * - AWS: unique in a partition, https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html; domains of
 *   the partitions: `partitions.json` of botocore
 * - Google: one set of names, also for the S3 interface, https://cloud.google.com/storage/docs/buckets
 * - Alibaba, Huawei, Baidu: unique in the whole service, as their rules for names say
 * - Tencent: unique with the account's number in it; the region is compared where it is known
 * - Oracle: unique in a namespace and region, which are compared where they are known
 * - the rest: https://docs.wasabi.com/docs/naming-conventions, https://www.backblaze.com/docs/cloud-storage-buckets,
 *   https://www.scaleway.com/en/faq/is-there-a-limitation-in-the-bucket-name/,
 *   https://cloud.ibm.com/docs/cloud-object-storage
 */
const clouds: Readonly<Record<string, string>> = {
  'amazonaws.com': 'AWS',
  'api.aws': 'AWS',
  'amazonaws.com.cn': 'AWS in China',
  'api.amazonwebservices.com.cn': 'AWS in China',
  'amazonaws.eu': 'the AWS European Sovereign Cloud',
  'googleapis.com': 'Google Cloud',
  'storage.cloud.google.com': 'Google Cloud',
  'aliyuncs.com': 'Alibaba Cloud',
  'myqcloud.com': 'Tencent Cloud',
  'tencentcos.cn': 'Tencent Cloud',
  'myhuaweicloud.com': 'Huawei Cloud',
  'myhuaweicloud.cn': 'Huawei Cloud',
  'myhuaweicloud.eu': 'Huawei Cloud in Europe',
  'bcebos.com': 'Baidu Cloud',
  'oraclecloud.com': 'Oracle Cloud',
  'customer-oci.com': 'Oracle Cloud',
  'wasabisys.com': 'Wasabi',
  'backblazeb2.com': 'Backblaze B2',
  'scw.cloud': 'Scaleway',
  'cloud-object-storage.appdomain.cloud': 'IBM Cloud',
}

/** The cloud that a host belongs to; null: none that is known, so the host itself is all that is known. */
export function cloudOf(host: string, region: string | null): string | null {
  const labels = host.split('.')
  const domain = labels.map((_, index) => labels.slice(index).join('.')).find((suffix) => Object.hasOwn(clouds, suffix))
  const cloud = domain === undefined ? undefined : clouds[domain]
  return cloud === 'AWS' ? partition(host, region?.toLowerCase() ?? '') : (cloud ?? null)
}

/** Asked at s3.amazonaws.com, the S3 client goes to the endpoint of the region, which may be in another partition. */
function partition(host: string, region: string): string {
  if (/[.-]us-gov-/.test(host) || region.startsWith('us-gov-')) return 'AWS GovCloud'
  if (region.startsWith('cn-')) return 'AWS in China'
  return region.startsWith('eusc-') ? 'the AWS European Sovereign Cloud' : 'AWS'
}
