import type { IngestorPod } from '../../workspace/rings.ts'

/** The zones of each hashring that miss an ingestor, with those that miss none left out. @param ready names of pods */
export function zonesAway(ingestors: readonly IngestorPod[], ready: ReadonlySet<string>): Map<string, string[]> {
  const missing = ingestors.filter(({ name }) => !ready.has(name))
  return new Map(
    [...Map.groupBy(missing, ({ ring }) => ring)].map(([ring, pods]) => [
      ring,
      [...new Set(pods.map(({ zone, name }) => zone ?? name))].toSorted(),
    ]),
  )
}
