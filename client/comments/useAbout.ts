import { useDeferredValue, useMemo } from 'react'
import { unreachable } from '../../shared/assert.ts'
import type { Anchor } from '../../shared/board/comment.ts'
import { stepOf } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import type { Translate } from '../../shared/messages/format.ts'
import { answerRoot, sectionRoot } from '../../shared/step/doc.ts'
import type { Subject } from '../hooks/subjects.ts'
import { useText } from '../hooks/useText.ts'
import type { Telling } from '../items/said.ts'
import { fieldKey, isNamedByItself, titleOf } from '../items/said.ts'
import { useTelling } from '../items/useTelling.ts'

export interface About {
  /** What it is called, in words. */
  readonly title: string
  /** The place on the page that shows it; an item opens instead. */
  readonly hash: string
  readonly itemId?: string
  readonly isGone?: true
}

/** What a comment is about, in words. */
export const useAbout = (): ((of: Subject | Anchor) => About) => {
  const t = useText()
  const telling = useDeferredValue(useTelling())
  return useMemo(() => (of) => aboutOf(of, telling, t), [telling, t])
}

/** In these words. */
export const aboutOf = (of: Subject | Anchor, telling: Telling, t: Translate): About => {
  const step = stepOf(telling.board, of.stepId)
  const gone: About = { title: t('comments.placeGone'), hash: of.stepId, isGone: true }
  switch (of.type) {
    case 'step':
      return { title: t('comments.stepWhole'), hash: of.stepId }
    case 'question': {
      const question = step?.questions.find(({ id }) => id === of.id)
      return question ? { title: question.text, hash: question.id } : gone
    }
    case 'text': {
      const section = step?.sections.find(({ id }) => sectionRoot(id) === of.id)
      if (section) return { title: section.title, hash: section.id }
      const question = step?.questions.find(({ id }) => answerRoot(id) === of.id)
      return question ? { title: t('comments.answerTo', { title: question.text }), hash: question.id } : gone
    }
    case 'item':
      return itemAbout(of.id, telling, t) ?? gone
    case 'field': {
      const about = itemAbout(of.id, telling, t) ?? gone
      const field = kinds.has(of.kind) ? telling.t(fieldKey(of.kind, of.field)) : ''
      return { ...about, title: field ? t('comments.fieldOf', { title: about.title, field }) : about.title }
    }
    default:
      return unreachable(of)
  }
}

const itemAbout = (id: string, telling: Telling, t: Translate): About | null => {
  const { byId, deleted } = telling.items
  const item = byId.get(id) ?? deleted.find((one) => one.id === id)
  if (!item) return null
  const definition = kinds.get(item.kind)
  const path = definition?.card.number
  const number = path === undefined ? '' : textAt(item, path)
  const kind = telling.t(`${item.kind}:one`)
  const title = titleOf(item, telling)
  const place = { hash: `item-${id}`, itemId: id }
  if (!byId.has(id)) return { ...place, title: t('comments.itemGone', { kind, title }), isGone: true }
  // What a day or a year names is called by its kind already.
  if (definition && !definition.joins && !isNamedByItself(definition)) return { ...place, title }
  return { ...place, title: `${[kind, number].filter(Boolean).join(' ')} · ${title}` }
}
