import { newId, CommandId } from '../../shared/ids.ts'
import type { Socket, Stop, Surroundings } from './surroundings.ts'

const on = (target: EventTarget, type: string, run: (event: Event) => void): Stop => {
  target.addEventListener(type, run)
  return () => target.removeEventListener(type, run)
}

const all =
  (...stops: readonly Stop[]): Stop =>
  () =>
    stops.forEach((stop) => stop())

/** The page's own surroundings. */
export const browser = (): Surroundings => ({
  now: Date.now,
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
  random: Math.random,
  newId: () => newId(CommandId),
  // eslint-disable-next-line no-restricted-syntax -- reason: the DOM's handlers are typed by their exact events, of which we look at a part
  WebSocket: WebSocket as unknown as new (url: string) => Socket,
  fetch: (url, init) => fetch(url, init),
  socketOrigin: location.origin.replace(/^http/, 'ws'),
  onWake: (run) => {
    const whenInFront = () => {
      if (document.visibilityState === 'visible') run()
    }
    return all(
      on(window, 'online', run),
      on(window, 'pageshow', run),
      on(document, 'visibilitychange', whenInFront),
    )
  },
  onCut: (run) => on(window, 'offline', run),
  inFront: () => document.visibilityState === 'visible',
  onFront: (run) => on(document, 'visibilitychange', run),
  askBeforeLeaving: (unsaved) =>
    on(window, 'beforeunload', (event) => {
      if (unsaved()) event.preventDefault()
    }),
})
