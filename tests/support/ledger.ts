import type { StockClient } from './stock.ts'
import { putIn, takenOut, type Typist } from './typist.ts'

/*
 * What must be on the disk after a crash, judged by what the server itself has said: what it acknowledged, and what
 * it showed to others, is there; what it acknowledged as deleted is not.
 */

export interface Ledger {
  /** Takes down what a visit came to, as known at the moment of the crash. `seen`: words others had been shown. */
  close(
    client: Pick<StockClient, 'acknowledged'>,
    typist: Pick<Typist, 'typed' | 'erased'>,
    seen: ReadonlySet<string>,
  ): void
  /** What is wrong with these words on the disk. From then on they are what must stay. */
  judge(onDisk: ReadonlySet<string>): Findings
  readonly acknowledged: number
}

export interface Findings {
  /** Acknowledged, and gone. */
  readonly lost: readonly string[]
  /** Acknowledged as deleted, and back. */
  readonly undone: readonly string[]
  /** Shown to others, and gone. */
  readonly unsaid: readonly string[]
}

type Duty = 'there' | 'shown' | 'gone'

export const aLedger = (): Ledger => {
  let duties = new Map<string, Duty>()
  let acknowledged = 0

  return {
    get acknowledged() {
      return acknowledged
    },
    close: ({ acknowledged: said }, { typed, erased }, seen) => {
      for (const word of typed) {
        if (said.has(takenOut(word))) duties.set(word, 'gone')
        else if (erased.has(word)) continue
        else if (said.has(putIn(word))) duties.set(word, 'there')
        else if (seen.has(word)) duties.set(word, 'shown')
      }
      acknowledged += said.size
    },
    judge: (onDisk) => {
      const failing = (duty: Duty) =>
        [...duties]
          .filter(([word, one]) => one === duty && onDisk.has(word) === (duty === 'gone'))
          .map(([word]) => word)
      const findings = { lost: failing('there'), undone: failing('gone'), unsaid: failing('shown') }
      const gone = [...duties].filter(([, duty]) => duty === 'gone').map(([word]) => [word, 'gone'] as const)
      duties = new Map([...gone, ...[...onDisk].map((word) => [word, 'there'] as const)])
      return findings
    },
  }
}
