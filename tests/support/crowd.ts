import * as Y from 'yjs'
import { must } from '../../shared/assert.ts'
import { kinds } from '../../shared/items/index.ts'
import type { Item } from '../../shared/items/item.ts'
import { textAt } from '../../shared/items/item.ts'
import { sectionRoot } from '../../shared/step/doc.ts'
import { changeItem, wordsOf } from '../../shared/step/items.ts'
import { readItems } from '../../shared/step/read-items.ts'
import { pause } from './eventually.ts'
import type { Person, StartedPlan, StepAsRead } from './person.ts'
import type { Random } from './random.ts'
import type { StockClient } from './stock.ts'
import { aStockClient } from './stock.ts'

/* A full table: people over all steps of a plan who type a few letters a second, in texts and in items. */

export interface Crowd {
  /** How many letters they have typed, by where. */
  readonly letters: Readonly<Record<Spot, number>>
  /** Resolves when all they wrote is on disk and they have left; throws when somebody was turned away. */
  leave(): Promise<void>
}

type Spot = 'text' | 'words' | 'line'

interface Writer {
  readonly spot: Spot
  readonly client: StockClient
  readonly letter: (letter: string) => void
}

/** Milliseconds between two letters of one person, at least and at most. */
const pace = [150, 350] as const

export const aCrowd = async (
  url: string,
  plan: Pick<StartedPlan, 'board' | 'facilitator' | 'join' | 'read'>,
  size: number,
  random: Random,
): Promise<Crowd> => {
  const { steps } = await plan.read()
  const visit = async (person: Person, step: StepAsRead) => {
    const place = { url, board: plan.board, step: step.id, generation: step.generation }
    const client = aStockClient(person, place)
    await client.ready()
    return client
  }
  const withItems: StepAsRead[] = []
  for (const step of steps) {
    const client = await visit(plan.facilitator, step)
    if (readItems(client.doc, new Set()).length > 0) withItems.push(step)
    client.leave()
  }
  const letters = { text: 0, words: 0, line: 0 }
  const writers = await Promise.all(
    Array.from({ length: size }, async (_, at): Promise<Writer> => {
      const person = await plan.join(`Writer ${at + 1}`)
      const turn = Math.floor(at / 2)
      if (at % 2 === 1) return inItem(await visit(person, must(withItems[turn % withItems.length])), turn)
      const step = must(steps[turn % steps.length])
      return inText(await visit(person, step), sectionRoot(must(step.sections[0]).id))
    }),
  )
  let going = true
  const type = async ({ letter, spot }: Writer) => {
    while (going) {
      await pause(pace[0] + random.int(pace[1] - pace[0]))
      letter(random.pick([...'abcdefgh ']))
      letters[spot]++
    }
  }
  const typing = writers.map(type)
  return {
    letters,
    leave: async () => {
      going = false
      await Promise.all(typing)
      const turnedAway = writers.flatMap(({ client }) => client.refused ?? client.closed ?? [])
      if (turnedAway.length > 0) throw new Error(`turned away: ${JSON.stringify(turnedAway)}`)
      await Promise.all(writers.map(({ client }) => client.settled()))
      for (const { client } of writers) client.leave()
    },
  }
}

/** In a paragraph of their own at the end of a text, with a caret that goes along. */
const inText = (client: StockClient, root: string): Writer => {
  const text = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [text])
  client.doc.getXmlFragment(root).push([paragraph])
  const letter = (one: string) => {
    text.insert(text.length, one)
    const place = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(text, text.length),
    ) as unknown
    client.provider.awareness.setLocalStateField('cursor', { anchor: place, head: place })
  }
  return { spot: 'text', client, letter }
}

/** In a long text of one of the step's items, or in its title. */
const inItem = (client: StockClient, turn: number): Writer => {
  const items = readItems(client.doc, new Set()).filter(({ deleted }) => !deleted)
  const places = items.flatMap((item) => [...wordsIn(client, item), ...lineIn(client, item)])
  return must(places[(7 * turn) % places.length], 'the step has nothing to type in')
}

const wordsIn = (client: StockClient, { kind, id }: Item): readonly Writer[] =>
  Object.keys(must(kinds.get(kind)).fields).flatMap((path) => {
    const words = wordsOf(client.doc, kind, id, path)
    return words ? [{ spot: 'words', client, letter: (one) => words.insert(words.length, one) }] : []
  })

/** A title is written whole with each letter. */
const lineIn = (client: StockClient, item: Item): readonly Writer[] => {
  const { fields, title } = must(kinds.get(item.kind))
  if (fields[title]?.is !== 'line') return []
  const before = textAt(item, title)
  let more = ''
  const letter = (one: string) => {
    more = more.length > 40 ? one : more + one
    changeItem(client.doc, item, { [title]: `${before} ${more}` }, 'typed')
  }
  return [{ spot: 'line', client, letter }]
}
