import type { Metadata } from '../authored.ts'
export type ExternalSecret = { apiVersion: 'external-secrets.io/v1'; kind: 'ExternalSecret'; metadata: Metadata; spec: Record<string, unknown> }
