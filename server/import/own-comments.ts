import type { Anchor, Comment, Passage } from '../../shared/board/comment.ts'
import type { StepStructure } from '../../shared/board/model.ts'
import type { CommentId, MemberId } from '../../shared/ids.ts'
import { kinds } from '../../shared/items/index.ts'
import { fieldAt } from '../../shared/items/item.ts'
import { layoutOf } from '../../shared/step/doc.ts'
import type { CommentInFile } from '../export/comments.ts'
import { isPassage } from '../live/anchored.ts'
import { withinLimits } from './comments.ts'
import type { Reading } from './reading.ts'

/* Comments of our own files: as they stand, as long as what they name is there too. */

interface Known {
  readonly steps: readonly StepStructure[]
  readonly people: ReadonlySet<MemberId>
}

export const readComments = (
  file: readonly CommentInFile[],
  known: Known,
  reading: Reading,
): readonly Comment[] => {
  const seen = new Set<CommentId>()
  const heads = new Map<CommentId, CommentInFile>()
  const comments = file.flatMap((comment, at): readonly Comment[] => {
    const place = `comments[${at}]`
    const { id, parentId, anchor } = comment
    if (seen.has(id)) reading.fail(`${place}.id`, 'duplicate')
    seen.add(id)
    const head = parentId === undefined ? undefined : heads.get(parentId)
    if (parentId === undefined) heads.set(id, comment)
    else if (!head) reading.fail(`${place}.parentId`, 'wrong')
    checkWords(comment, place, reading)
    checkPeople(comment, place, known.people, reading)
    const about = head?.anchor ?? anchor
    const wrong = head ? null : wrongIn(about, known.steps)
    if (wrong) reading.fail(`${place}.anchor.${wrong}`, 'wrong')
    const unknown = unknownIn(about)
    if (unknown) reading.leaveOut(`${place}: ${unknown}`, 'noKind')
    const { placed: _, ...said } = comment
    return unknown ? [] : [{ ...said, anchor: about, imported: true }]
  })
  return withinLimits(comments, reading)
}

/** Where what was placed by hand is to be looked for: by the words that it was given. */
export const passagesIn = (file: readonly CommentInFile[], reading: Reading): readonly Passage[] =>
  file.flatMap(({ id, parentId, anchor, placed }, at) => {
    if (!placed) return []
    if (anchor.type === 'text' && parentId === undefined)
      return { commentId: id, start: anchor.start, end: anchor.end, revision: 1, words: placed }
    reading.fail(`comments[${at}].placed`, 'wrong')
    return []
  })

const checkWords = ({ body, removed }: CommentInFile, place: string, reading: Reading): void => {
  if ((body.trim() === '') !== (removed !== undefined)) reading.fail(`${place}.body`, 'wrong')
}

/** Nobody speaks here who is not in the file, and only a thread is resolved or assigned. */
const checkPeople = (
  { parentId, author, mentions = [], assigned, resolved, removed }: CommentInFile,
  place: string,
  people: ReadonlySet<MemberId>,
  reading: Reading,
): void => {
  const named: readonly (readonly [string, MemberId | undefined])[] = [
    ['author', author],
    ...mentions.map((one, at) => [`mentions[${at}]`, one] as const),
    ['assigned.to', assigned?.to],
    ['assigned.by', assigned?.by],
    ['resolved.by', resolved?.by],
    ['removed.by', removed?.by],
  ]
  for (const [key, one] of named)
    if (one !== undefined && !people.has(one)) reading.fail(`${place}.${key}`, 'wrong')
  if (parentId === undefined) return
  if (assigned) reading.fail(`${place}.assigned`, 'wrong')
  if (resolved) reading.fail(`${place}.resolved`, 'wrong')
}

/** The kind, or its field, that nobody knows here. */
const unknownIn = (anchor: Anchor): string | null => {
  if (anchor.type !== 'item' && anchor.type !== 'field') return null
  const fields = kinds.get(anchor.kind)?.fields
  if (!fields) return anchor.kind
  const isKnown = anchor.type === 'item' || fieldAt(fields, anchor.field)
  return isKnown ? null : `${anchor.kind}/${anchor.field}`
}

/** What of the place is not there. Items come and go: they may have been deleted since. */
const wrongIn = (anchor: Anchor, steps: readonly StepStructure[]): 'stepId' | 'id' | 'start' | null => {
  const step = steps.find(({ id }) => id === anchor.stepId)
  if (!step) return 'stepId'
  switch (anchor.type) {
    case 'step':
      return anchor.id === step.id ? null : 'id'
    case 'question':
      return step.questions.some(({ id }) => id === anchor.id) ? null : 'id'
    case 'text':
      if (layoutOf(step).get(anchor.id)?.is !== 'text') return 'id'
      return isPassage(anchor) ? null : 'start'
    default:
      return null
  }
}
