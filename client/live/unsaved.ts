/*
 * What of the person's own words is not on the server's disk yet. Pure: the provider reports what happens, and the
 * server's cumulative count says how far it has got. State vectors could not tell: deletions are not in them.
 */

export interface Unsaved {
  /** Edits that no message of this connection has carried yet. */
  readonly waiting: number
  /** Messages with content of this connection, oldest first, that the server has not confirmed. */
  readonly onTheWay: readonly Carried[]
  /** How many of this connection are confirmed. */
  readonly confirmed: number
}

export interface Carried {
  readonly edits: number
  readonly update: Uint8Array
}

export const nothingUnsaved: Unsaved = { waiting: 0, onTheWay: [], confirmed: 0 }

export const countUnsaved = ({ waiting, onTheWay }: Unsaved): number =>
  onTheWay.reduce((sum, { edits }) => sum + edits, waiting)

export const edited = (unsaved: Unsaved): Unsaved => ({ ...unsaved, waiting: unsaved.waiting + 1 })

/** The counters begin anew with each connection; what was on the way goes with its first step 2. */
export const connected = (unsaved: Unsaved): Unsaved => ({
  ...nothingUnsaved,
  waiting: countUnsaved(unsaved),
})

/** Messages that carry everything that waited: all of it is saved when the last of them is. */
export const sent = (unsaved: Unsaved, updates: readonly Uint8Array[]): Unsaved => {
  const last = updates.length - 1
  const carried = updates.map((update, index) => ({ update, edits: index === last ? unsaved.waiting : 0 }))
  return { ...unsaved, waiting: 0, onTheWay: [...unsaved.onTheWay, ...carried] }
}

/** The server has so many of this connection on disk; with them, the updates that it now has. */
export const confirmed = (
  unsaved: Unsaved,
  count: number,
): { unsaved: Unsaved; updates: readonly Uint8Array[] } => {
  const fresh = Math.min(Math.max(count - unsaved.confirmed, 0), unsaved.onTheWay.length)
  return {
    unsaved: { ...unsaved, onTheWay: unsaved.onTheWay.slice(fresh), confirmed: unsaved.confirmed + fresh },
    updates: unsaved.onTheWay.slice(0, fresh).map(({ update }) => update),
  }
}
