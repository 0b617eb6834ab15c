import { useCallback, useRef, useSyncExternalStore } from 'react'

/**
 * A Yjs type as a plain value. `read` makes the value and is called anew after each change, within the type or
 * deeper; keep it the same function between draws (outside the component, or `useCallback`).
 */
export const useShared = <Type extends Observed, Value>(type: Type, read: (type: Type) => Value): Value => {
  const memo = useRef<{
    readonly type: Type
    readonly read: (type: Type) => Value
    readonly value: Value
  } | null>(null)

  const subscribe = useCallback(
    (changed: () => void) => {
      const forget = () => {
        memo.current = null
        changed()
      }
      // What happened between drawing and listening has been missed.
      forget()
      type.observeDeep(forget)
      return () => type.unobserveDeep(forget)
    },
    [type],
  )

  const get = useCallback((): Value => {
    if (memo.current?.type !== type || memo.current.read !== read)
      memo.current = { type, read, value: read(type) }
    return memo.current.value
  }, [type, read])

  return useSyncExternalStore(subscribe, get)
}

/** What every Yjs type has. */
interface Observed {
  observeDeep(listener: () => void): void
  unobserveDeep(listener: () => void): void
}
