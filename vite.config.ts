import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'client',
  plugins: [react()],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom'] },
  build: { outDir: '../dist/client', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2024' },
  test: {
    root: '.',
    projects: [
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'] } },
      { test: { name: 'server', include: ['tests/server/**/*.test.ts'] } },
      { test: { name: 'client', include: ['tests/client/**/*.test.ts'] } },
      { test: { name: 'sync', include: ['tests/sync/**/*.test.ts'], testTimeout: 120_000 } },
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 240_000, fileParallelism: false } },
      { test: { name: 'journeys', include: ['tests/e2e/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
