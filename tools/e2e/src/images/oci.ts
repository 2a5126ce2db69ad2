import { createHash } from 'node:crypto'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { succeed } from '@thanos-fleet/cli-tools'

/** An image of one program. */
export interface ImageDescription {
  /** Under which it is known: host/name:tag. */
  reference: string
  /** The program, which becomes the entry point `/bin/<its name>`. */
  program: string
  /** Its name in the image. */
  name: string
  /** Further files: path on this machine to path in the image. Libraries of a program that is not static. */
  files?: Readonly<Record<string, string>>
}

interface Blob {
  digest: string
  size: number
}

const oci = 'application/vnd.oci.image'

/**
 * Writes an image as an OCI archive, which `ctr images import` and `kind load image-archive` take. The same files give the
 * same bytes. Needs GNU tar.
 * Source: https://github.com/opencontainers/image-spec (image layout, manifest, config)
 */
export async function writeArchive(image: ImageDescription, archive: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'image-'))
  try {
    const layout = join(folder, 'layout')
    mkdirSync(join(layout, 'blobs/sha256'), { recursive: true })
    const layer = await blobOf(layout, await tar(await rootOf(image, join(folder, 'root')), join(folder, 'layer')))
    const config = await jsonBlob(layout, {
      architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
      os: 'linux',
      config: { User: '65534:65534', Entrypoint: [`/bin/${image.name}`], WorkingDir: '/', Env: ['PATH=/bin'] },
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    })
    const manifest = await jsonBlob(layout, {
      schemaVersion: 2,
      mediaType: `${oci}.manifest.v1+json`,
      config: { mediaType: `${oci}.config.v1+json`, ...config },
      layers: [{ mediaType: `${oci}.layer.v1.tar`, ...layer }],
    })
    writeFileSync(join(layout, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }))
    writeFileSync(
      join(layout, 'index.json'),
      JSON.stringify({
        schemaVersion: 2,
        manifests: [
          {
            mediaType: `${oci}.manifest.v1+json`,
            ...manifest,
            annotations: {
              'io.containerd.image.name': image.reference,
              'org.opencontainers.image.ref.name': image.reference,
            },
          },
        ],
      }),
    )
    mkdirSync(dirname(archive), { recursive: true })
    renameOver(await tar(await readable(layout), join(folder, 'image.tar')), archive)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function rootOf({ program, name, files = {} }: ImageDescription, root: string): Promise<string> {
  const put = (from: string, to: string, mode: number) => {
    mkdirSync(dirname(join(root, to)), { recursive: true })
    // Follows links, which libraries and installed programs often are; cpSync of Node 24 takes a link for a directory.
    copyFileSync(from, join(root, to))
    chmodSync(join(root, to), mode)
  }
  put(program, `bin/${name}`, 0o755)
  for (const [from, to] of Object.entries(files)) put(from, to, 0o755)
  mkdirSync(join(root, 'etc'), { recursive: true })
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n')
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnobody:x:65534:\n')
  await readable(root)
  mkdirSync(join(root, 'tmp'))
  chmodSync(join(root, 'tmp'), 0o1777)
  return root
}

/** Gives modes that the umask of the person who runs the test has no part in: containers run as other users. */
async function readable(folder: string): Promise<string> {
  await succeed('chmod', ['-R', 'u=rwX,go=rX', folder])
  return folder
}

async function tar(folder: string, to: string): Promise<string> {
  await succeed('tar', [
    '-C',
    folder,
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    '--mtime=@0',
    '-cf',
    to,
    '.',
  ])
  return to
}

async function blobOf(layout: string, file: string): Promise<Blob> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  const digest = hash.digest('hex')
  const { size } = statSync(file)
  renameSync(file, join(layout, 'blobs/sha256', digest))
  return { digest: `sha256:${digest}`, size }
}

async function jsonBlob(layout: string, value: unknown): Promise<Blob> {
  const file = join(layout, 'blob.json')
  writeFileSync(file, JSON.stringify(value))
  return blobOf(layout, file)
}

/** By a copy beside the target, since the temporary folder may be on another disk. */
function renameOver(from: string, to: string): void {
  const beside = join(dirname(to), `.${basename(to)}.${process.pid}`)
  cpSync(from, beside)
  renameSync(beside, to)
}
