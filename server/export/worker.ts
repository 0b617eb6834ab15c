import { parentPort } from 'node:worker_threads'
import * as z from 'zod/mini'
import { must, unreachable } from '../../shared/assert.ts'
import { visible } from '../../shared/board/model.ts'
import { findingsOf } from '../../shared/checks/find.ts'
import { newRoomDoc } from '../../shared/step/doc.ts'
import { FindingSaid, saidFinding } from '../http/findings.ts'
import { planOf } from '../live/findings.ts'
import { Passages } from '../live/passages.ts'
import { restore } from '../live/restore.ts'
import { StorageError } from '../storage/storage.ts'
import { PlanFile, planFileOf } from './plan-file.ts'
import { PlanSnapshot, snapshotOf } from './snapshot.ts'
import type { Answer, Question, StoredPlan } from './teller.ts'
import { contentOf, readWhole } from './whole.ts'

/* What is told of a whole plan, made in a thread of its own. */

const port = must(parentPort)

const answer = async ({ wanted, plan }: Question): Promise<Answer> => {
  // reason: an error loses its kind on its way out of a thread; this is the one that may be anybody's.
  try {
    return { is: 'told', json: new TextEncoder().encode(JSON.stringify(await told(wanted, plan))) }
  } catch (error) {
    if (error instanceof StorageError) return { is: 'corrupt', why: error.message }
    throw error
  }
}

const told = async (wanted: Question['wanted'], stored: StoredPlan): Promise<unknown> => {
  const live = {
    board: stored.board,
    passages: new Passages(stored.passages),
    content: async (room: Parameters<typeof contentOf>[2]) => {
      const doc = newRoomDoc()
      restore(doc, must(stored.rooms.get(room)))
      return contentOf(doc, stored.board, room)
    },
  }
  switch (wanted.is) {
    case 'checks': {
      const plan = planOf(await readWhole(live, ({ steps }) => visible(steps)), wanted.asOf)
      const said = findingsOf(plan).map((finding) => saidFinding(finding, plan, wanted.locale))
      return z.encode(z.array(FindingSaid), said)
    }
    case 'snapshot':
      return z.encode(PlanSnapshot, await snapshotOf(live))
    case 'file':
      return z.encode(PlanFile, await planFileOf(live, wanted.at))
    default:
      return unreachable(wanted)
  }
}

const reply = async (question: Question): Promise<void> => {
  const said = await answer(question)
  port.postMessage(said, said.is === 'told' ? [said.json.buffer] : [])
}

// What goes wrong ends the thread, and is told to whoever asked.
port.on('message', (question: Question) => void reply(question))
