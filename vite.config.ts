import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

/** react-aria brings its own words in thirty-odd languages; we speak three. */
const threeLanguages = (): Plugin => {
  const spoken = new Set(['sv-SE', 'nb-NO', 'en-US'])
  return {
    name: 'three-languages',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: /\/(react-aria|react-stately|react-aria-components)\/.*\/intl\/.*\.mjs$/ },
      handler: (id) => {
        const language = /\/([a-z]{2}-[A-Z]{2})\.mjs$/.exec(id)?.[1]
        return language === undefined || spoken.has(language) ? null : 'export default {}'
      },
    },
  }
}

/**
 * react-aria puts a style element into the page, which our content policy forbids, unless something with this id is
 * there: our stylesheet, which holds its rule.
 */
const namedStylesheet = (): Plugin => ({
  name: 'named-stylesheet',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html) =>
      html.replace('<link rel="stylesheet"', '<link id="react-aria-pressable-style" rel="stylesheet"'),
  },
})

export default defineConfig({
  root: 'client',
  plugins: [react(), threeLanguages(), namedStylesheet()],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom'] },
  build: { outDir: '../dist/client', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2024' },
  test: {
    root: '.',
    projects: [
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'] } },
      { test: { name: 'server', include: ['tests/server/**/*.test.ts'] } },
      { test: { name: 'client', include: ['tests/client/**/*.test.ts'] } },
      { test: { name: 'sync', include: ['tests/sync/**/*.test.ts'], testTimeout: 120_000 } },
      {
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          testTimeout: 240_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
