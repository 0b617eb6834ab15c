import { IntlMessageFormat } from 'intl-messageformat'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
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

/** What is built is for people, also when a test or an operator's shell says otherwise: React is half as heavy then. */
const forPeople = (): Plugin => ({
  name: 'for-people',
  apply: 'build',
  config: () => {
    process.env['NODE_ENV'] = 'production'
  },
})

/**
 * Messages are read once, here, instead of on every page: what leaves is their parts, and nobody who opens a plan
 * fetches the reader of their syntax. In development and in tests they stay words.
 */
const readMessages = (): Plugin => ({
  name: 'read-messages',
  apply: 'build',
  config: () => ({
    resolve: {
      alias: [
        {
          find: /^@formatjs\/icu-messageformat-parser$/,
          replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
        },
      ],
    },
  }),
  load: {
    filter: { id: /\/shared\/messages\/(en|sv|nb)\/(first|later|home)\.ts$/ },
    handler: async (id) => {
      const catalogues = (await import(id)) as Readonly<Record<string, Texts>>
      return Object.entries(catalogues)
        .map(([name, texts]) => `export const ${name} = ${JSON.stringify(read(texts))}`)
        .join('\n')
    },
  },
})

/** A text, or many by their names. */
type Texts = string | { readonly [name: string]: Texts }

const read = (texts: Texts): unknown => {
  if (typeof texts !== 'string')
    return Object.fromEntries(Object.entries(texts).map(([name, one]) => [name, read(one)]))
  // What has no braces says just what it says: see `translator`.
  if (!texts.includes('{')) return texts
  return new IntlMessageFormat(texts, 'en', undefined, { ignoreTag: true }).getAst()
}

/** Undo is the room's own: the history that comes with the editor would be fetched by everybody and run by nobody. */
const oneHistory = (): Plugin => ({
  name: 'one-history',
  apply: 'build',
  config: () => ({
    resolve: {
      alias: {
        '@tiptap/pm/history': join(import.meta.dirname, 'client/text/no-history.ts'),
      },
    },
  }),
})

const stylesheet = /<link rel="stylesheet"[^>]*>/g

/**
 * The stylesheet with the tokens stands first, since it says in which order the layers come; parts that several
 * chunks share have files of their own. It also bears an id: react-aria puts a style element into the page, which
 * our content policy forbids, unless something is called so; its rule is in `base.css`.
 */
const tokensFirst = (): Plugin => ({
  name: 'tokens-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const tokens = Object.values(bundle).find(
        (file) => file.type === 'asset' && /^@layer tokens\b/.test(String(file.source)),
      )
      const links = html.match(stylesheet) ?? []
      const first = links.find((link) => tokens !== undefined && link.includes(tokens.fileName))
      if (first === undefined)
        throw new Error('No stylesheet of the page begins with the layer of the tokens.')
      const ordered = [
        first.replace('<link', '<link id="react-aria-pressable-style"'),
        ...links.filter((link) => link !== first),
      ]
      return html.replace(stylesheet, () => ordered.shift() ?? '')
    },
  },
})

/** Who the chunker asks for what a module imports. */
interface Modules {
  readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null
}

/** Those modules, and all that they cannot do without. */
const reachedFrom = (starts: readonly string[], modules: Modules): ReadonlySet<string> => {
  const found = new Set<string>()
  const walk = (id: string) => {
    if (found.has(id)) return
    found.add(id)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) walk(next)
  }
  for (const start of starts) walk(join(import.meta.dirname, 'client', start))
  return found
}

const writing =
  /\/node_modules\/(yjs|lib0|y-[\w-]+|@tiptap|prosemirror-[\w-]+|rope-sequence|orderedmap|w3c-keyname|fractional-indexing)\//
const ours = /^(?!.*\/node_modules\/).*\/(client|shared)\//

const drawing = /\/node_modules\/lucide-react\/.*\/icons\/([\w-]+)\.m?js$/

/** The drawings that `ui/icons.ts` names, as their files are called: `FileText` is in `file-text`. */
const drawnAtOnce = (): ReadonlySet<string> => {
  const source = readFileSync(join(import.meta.dirname, 'client/ui/icons.ts'), 'utf8')
  const names = [...source.matchAll(/^ {2}(\w+) as \w+,$/gm)].map(([, name = '']) => name)
  return new Set(names.map((name) => name.replace(/(?<=[a-z])(?=[A-Z\d])/g, '-').toLowerCase()))
}

/**
 * What a plan needs at once is one file. The bundler would cut it up by which later part shares what with it: some
 * thirty files that are always fetched together and, apart, a tenth heavier. The icons have a file of their own since
 * the pages before a plan need some of them too, and those that only later parts draw another.
 */
const planInOne = () => {
  const atOnce = drawnAtOnce()
  const isLater = (id: string) => {
    const name = drawing.exec(id)?.[1]
    return name !== undefined && !atOnce.has(name)
  }
  let parts: { readonly plan: ReadonlySet<string>; readonly before: ReadonlySet<string> } | null = null
  const isOfPlan = (id: string, modules: Modules) => {
    parts ??= {
      plan: reachedFrom(['board/BoardPage.tsx'], modules),
      before: reachedFrom(['main.tsx', 'home/Home.tsx', 'home/JoinPage.tsx'], modules),
    }
    return parts.plan.has(id) && !parts.before.has(id)
  }
  return {
    includeDependenciesRecursively: false,
    groups: [
      { name: 'later-icons', test: isLater },
      { name: 'icons', test: /\/node_modules\/lucide-react\// },
      {
        name: (id: string, modules: Modules) =>
          writing.test(id) || (ours.test(id) && isOfPlan(id, modules)) ? 'plan' : null,
      },
    ],
  }
}

/** Journeys that hold a time: nothing else runs beside them. */
const measured = ['tests/e2e/typing.test.ts', 'tests/e2e/demo.test.ts']

export default defineConfig({
  root: 'client',
  plugins: [forPeople(), react(), threeLanguages(), readMessages(), oneHistory(), tokensFirst()],
  resolve: { dedupe: ['yjs', 'lib0', 'y-protocols', 'react', 'react-dom'] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: 'es2024',
    // Every browser of that age fetches ahead what is asked for.
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: planInOne() } },
  },
  test: {
    root: '.',
    projects: [
      { test: { name: 'shared', include: ['tests/shared/**/*.test.ts'], maxWorkers: 2 } },
      { test: { name: 'server', include: ['tests/server/**/*.test.ts'], maxWorkers: 2 } },
      { test: { name: 'client', include: ['tests/client/**/*.test.ts'], maxWorkers: 2 } },
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
          exclude: measured,
          testTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'measured',
          include: measured,
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
