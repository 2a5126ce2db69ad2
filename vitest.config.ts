import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,libs,tools}/**/*.test.ts'],
    // Some tests start the real kustomize, promtool or Thanos, on machines that do other things as well.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores are the smallest machine this has to be quick on; more workers only wait for each other there.
    maxWorkers: 2,
    restoreMocks: true,
    // Tests know nothing of the clusters that happen to be in this repository.
    setupFiles: ['tools/test/src/fleets/no-fleet.ts'],
  },
})
