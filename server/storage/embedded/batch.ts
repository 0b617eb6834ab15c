import type { DatabaseSync } from 'node:sqlite'

/* Group commit: what arrived while the last transaction ran goes into one. */

export interface Task {
  readonly writes: boolean
  run(): unknown
}

export type Outcome = { readonly value: unknown } | { readonly error: unknown }

/**
 * Runs the tasks in order in one transaction, each in a savepoint, so that one that fails takes no other with it.
 * Returns after COMMIT. When the transaction itself is lost, each task is tried once more in a transaction of its own.
 */
export function runTogether(db: DatabaseSync, tasks: readonly Task[]): readonly Outcome[] {
  try {
    // A transaction that begins by reading could not write any more once the other connection has written.
    db.exec(tasks.some(({ writes }) => writes) ? 'BEGIN IMMEDIATE' : 'BEGIN')
    const outcomes = tasks.map((task) => runOne(db, task))
    db.exec('COMMIT')
    return outcomes
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    return tasks.length > 1 ? tasks.flatMap((task) => runTogether(db, [task])) : [{ error }]
  }
}

function runOne(db: DatabaseSync, task: Task): Outcome {
  db.exec('SAVEPOINT task')
  try {
    const value = task.run()
    db.exec('RELEASE task')
    return { value }
  } catch (error) {
    // A full disk may have rolled back everything, the tasks before this one too.
    if (!db.isTransaction) throw error
    db.exec('ROLLBACK TO task; RELEASE task')
    return { error }
  }
}
