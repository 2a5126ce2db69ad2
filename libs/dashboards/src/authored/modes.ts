import { clusterVariable, stackNamespaceVariable, type Frame } from './frame.ts'
import { prometheusSection, remoteWriteSection } from './prometheus.ts'
import { edgeSection, hashringSection, ingestorSection, routerSection, tenantSection } from './receive.ts'
import type { AuthoredDashboard } from './section.ts'
import { sharedVolumeSection, sidecarSection } from './sidecar.ts'
import { uploadSection } from './upload.ts'

const modeFrame = (mode: string, description: string): Frame => ({
  uid: `fleet-${mode}`,
  title: `Thanos in ${mode}`,
  description,
  variables: [clusterVariable(), stackNamespaceVariable()],
})

const sidecarSections = [prometheusSection, sidecarSection, uploadSection('thanos-sidecar')]

/** Sidecars beside Prometheus serve what is fresh and upload the blocks. */
export const sidecarMode: AuthoredDashboard = {
  frame: modeFrame('sidecar-mode', 'Prometheus, the sidecars beside it, and the upload of its blocks.'),
  sections: sidecarSections,
}

/** The same with one folder on a shared volume in the object store's place. */
export const devFilesystemMode: AuthoredDashboard = {
  frame: modeFrame(
    'dev-filesystem-objstore',
    'Prometheus, the sidecars beside it, and the volume that stands in for an object store.',
  ),
  sections: [...sidecarSections, sharedVolumeSection],
}

/** Prometheus pushes to routers, which spread the series over ingestors. */
export const receiveMode: AuthoredDashboard = {
  frame: modeFrame(
    'receive-mode',
    'Prometheus, remote write, routers, hashrings, ingestors and tenants, and the upload of blocks.',
  ),
  sections: [
    prometheusSection,
    remoteWriteSection,
    routerSection,
    hashringSection,
    ingestorSection,
    tenantSection,
    edgeSection,
    uploadSection('thanos-receive-ingestor'),
  ],
}
