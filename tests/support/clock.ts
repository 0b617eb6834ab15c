import type { Clock } from '../../server/live/clock.ts'

/** A clock that stands still until the test moves it, and then runs what has come due, in order. */
export interface FakeClock extends Clock {
  advance(milliseconds: number): void
  /** The process was busy for so long: what has come due runs now, and what that begins counts from now. */
  stall(milliseconds: number): void
  /** How many delays are still running: 0 when everything has been put away. */
  waiting(): number
}

export const fakeClock = (start = '2026-03-02T08:00:00.000Z'): FakeClock => {
  let time = Date.parse(start)
  let delays: readonly { readonly at: number; readonly run: () => void }[] = []

  const next = (until: number) =>
    delays.filter((delay) => delay.at <= until).toSorted((a, b) => a.at - b.at)[0]

  return {
    now: () => time,
    after: (milliseconds, run) => {
      const delay = { at: time + milliseconds, run }
      delays = [...delays, delay]
      return () => {
        delays = delays.filter((other) => other !== delay)
      }
    },
    advance: (milliseconds) => {
      const until = time + milliseconds
      for (let due = next(until); due; due = next(until)) {
        const { at, run } = due
        delays = delays.filter((delay) => delay !== due)
        time = Math.max(time, at)
        run()
      }
      time = until
    },
    stall: (milliseconds) => {
      time += milliseconds
      const due = delays.filter((delay) => delay.at <= time).toSorted((a, b) => a.at - b.at)
      delays = delays.filter((delay) => !due.includes(delay))
      for (const { run } of due) run()
    },
    waiting: () => delays.length,
  }
}
