import { parentPort } from 'node:worker_threads'

/* Says that it is open, answers nothing, and dies when told to. */

parentPort?.on('message', ({ name }: { readonly name?: string }) => {
  if (name === 'die') process.exit(3)
  if (name === 'throw') throw new Error('an error nobody expected')
})
parentPort?.postMessage([{ id: 0, value: null }])
