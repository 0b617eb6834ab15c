import { useSyncExternalStore } from 'react'
import type { Live } from '../live/session.ts'

/** The value now; the view is drawn anew when it changes. */
export const useLive = <T>(live: Live<T>): T => useSyncExternalStore(live.subscribe, live.get)
