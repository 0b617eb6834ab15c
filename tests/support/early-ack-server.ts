import { registerHooks } from 'node:module'

/*
 * The real server, broken on purpose in one place: its storage says "appended" before anything is on disk. A test
 * of crashes that stays green against this one proves nothing.
 */

const broken = new URL('early-ack-storage.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier.endsWith('/storage/embedded/open.ts') && context.parentURL !== broken
      ? { url: broken, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

await import('../../server/main.ts')
