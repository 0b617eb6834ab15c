/** A date without a time of day (`2026-05-04`), as a value for the texts' `{date, date, long}`. */
export const day = (date: string): Date => new Date(`${date}T12:00:00`)

/** The same the other way: the day it is here, at this moment. */
export const dayOf = (time: Date): string => {
  const padded = (part: number) => String(part).padStart(2, '0')
  return `${time.getFullYear()}-${padded(time.getMonth() + 1)}-${padded(time.getDate())}`
}
