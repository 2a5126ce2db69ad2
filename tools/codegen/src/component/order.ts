/** What a person orders on the command line. */
export interface Order {
  /** Name of the folder, the package, the workload and its Service. */
  readonly name: string
  /** Reference of the image without its tag. */
  readonly repository: string
  readonly tag: string
  readonly port: number
}

/** A name as Kubernetes and npm both take it. */
const namePattern = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/
const imagePattern = /^(?<repository>[a-z0-9.-]+(?::\d+)?(?:\/[a-z0-9._-]+)+):(?<tag>[\w][\w.-]*)$/

/**
 * Reads an order.
 * @param image `host/path:tag`; without it a reference that nobody can pull stands in its place
 * @throws Error that says what is wrong and what would be right
 */
export function readOrder(name: string | undefined, image: string | undefined, port = '8080'): Order {
  if (name === undefined || !namePattern.test(name) || name.length > 40) {
    throw new Error(
      `a component needs a name of lower-case letters, digits and single dashes, up to 40: ${name ?? 'none given'}`,
    )
  }
  const { repository, tag } = imagePattern.exec(image ?? `registry.example/${name}:v0.0.0`)?.groups ?? {}
  if (repository === undefined || tag === undefined) throw new Error(`an image is written host/path:tag, not ${image}`)
  if (!/^\d+$/.test(port) || Number(port) < 1024 || Number(port) > 65535) {
    throw new Error(`the port must be from 1024 to 65535, since the container has no rights: ${port}`)
  }
  return { name, repository, tag, port: Number(port) }
}

/** `thanos-tools` to `thanosTools`. */
export function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** `thanos-tools` to `Thanos tools`. */
export function titleOf(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`
}
