import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import type { CommandBody } from '../../shared/board/log.ts'
import type { Role } from '../../shared/board/model.ts'
import type { MemberId } from '../../shared/ids.ts'
import { CommandId } from '../../shared/ids.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import { hashOf } from '../../server/people/links.ts'
import type { LiveBoard } from '../../server/live/board.ts'
import { Hub } from '../../server/live/hub.ts'
import { createMemory } from '../../server/storage/memory.ts'
import type { Storage } from '../../server/storage/storage.ts'
import { threeSteps } from './board.ts'
import type { FakeClock } from './clock.ts'
import { fakeClock } from './clock.ts'
import type { Random } from './random.ts'
import { seeded } from './random.ts'

/** A real hub on a storage in memory, with a plan of three steps (mission, goals, actions) and people on it. */
export interface Office {
  readonly hub: Hub
  readonly clock: FakeClock
  readonly storage: Storage
  readonly facilitator: MemberId
  readonly errors: readonly unknown[]
  board(): Promise<LiveBoard>
  join(name: string, role: Role): Promise<MemberId>
  /** Decides as the facilitator, or as whoever is named; throws when it is refused. */
  decide(body: CommandBody, as?: MemberId): Promise<void>
}

export const openOffice = async ({
  storage = createMemory(),
  random = seeded(1),
  minFree = 0,
  looks = false,
}: { storage?: Storage; random?: Random; minFree?: number; looks?: boolean } = {}): Promise<Office> => {
  const clock = fakeClock()
  const errors: unknown[] = []
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields: Readonly<Record<string, unknown>>) => void errors.push(fields['error']),
  }
  const hub = new Hub({ storage, clock, random: random.bytes, log, minFree })
  if (looks) await hub.space.look()
  const plan = {
    title: 'Plan',
    language: 'sv',
    template: 'test',
    variables: {},
    name: 'Fia',
    organisation: '',
  } as const
  const created = await hub.create({ ...plan, steps: threeSteps })
  const board = async () => must(await hub.open(created.board.id))
  let commands = 0
  return {
    hub,
    clock,
    storage,
    facilitator: created.member.id,
    errors,
    board,
    join: async (name, role) => {
      const link = must(await storage.people.findLink(created.board.id, hashOf(created.secrets[role])))
      const joined = await (await board()).entrance.join(link, { name })
      if ('refusal' in joined) throw new Error(joined.refusal.code)
      return joined.member.id
    },
    decide: async (body, as = created.member.id) => {
      const answer = await (await board()).execute(as, { ...body, id: CommandId.parse(`c${++commands}`) })
      if ('refusal' in answer) throw new Error(answer.refusal.code)
    },
  }
}

export const agree = (stepId: string) =>
  ({
    type: 'step.agree',
    stepId,
    decision: { decision: 'Enligt förslag', date: '2026-03-02' },
  }) as CommandBody

/** Types at the end of the last paragraph of a step's section, making one when there is none, as an editor does. */
export const type = (doc: Y.Doc, text: string, root = sectionRoot('mission.text')): void =>
  doc.transact(() => {
    const paragraph = lastParagraph(doc.getXmlFragment(root))
    const line = paragraph.get(0)
    if (!(line instanceof Y.XmlText)) throw new Error('a paragraph holds text')
    line.insert(line.length, text)
  })

const lastParagraph = (fragment: Y.XmlFragment): Y.XmlElement => {
  const last = fragment.get(fragment.length - 1)
  if (last instanceof Y.XmlElement) return last
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText()])
  fragment.push([paragraph])
  return paragraph
}

export const erase = (doc: Y.Doc, root = sectionRoot('mission.text')): void => {
  const fragment = doc.getXmlFragment(root)
  fragment.delete(0, fragment.length)
}

export const textOf = (doc: Y.Doc, root = sectionRoot('mission.text')): string =>
  doc
    .getXmlFragment(root)
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.toArray().map(String).join('') : ''))
    .join('\n')

export const missionAnswer = answerRoot('mission.why')
