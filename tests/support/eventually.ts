/** Waits until it holds, looking often; names what it waited for when it never does. */
export const eventually = async (
  what: string | (() => string),
  holds: () => boolean | Promise<boolean>,
  patience = 15_000,
): Promise<void> => {
  const end = performance.now() + patience
  while (!(await holds())) {
    if (performance.now() > end)
      throw new Error(`waited ${patience / 1000} s in vain for ${typeof what === 'string' ? what : what()}`)
    await pause(5)
  }
}

/** Lets real time pass: only where a real process on the other side needs it, never to wait for a condition. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds))
