import type { Step } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import { itemsRoot, layoutOf } from '../../shared/step/doc.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'

/* What stands in a step and could not be read, by the names that people know it by. */

interface Named {
  readonly t: Translate
  readonly item: ItemTranslate
  /** What an item is called, '' when it cannot be read at all. */
  readonly title: (id: string) => string
}

/** `items:goal: g1/colour` as *Goal, More young people in work: colour*. */
export const unreadWords = (
  name: string,
  step: Pick<Step, 'sections' | 'questions'>,
  named: Named,
): string => {
  const cut = name.indexOf(': ')
  const [root, what] = cut < 0 ? [name, ''] : [name.slice(0, cut), name.slice(cut + 2)]
  const place = placeOf(root, what, step, named)
  return [place.name, place.what].filter((words) => words !== '').join(': ')
}

const placeOf = (
  root: string,
  what: string,
  step: Pick<Step, 'sections' | 'questions'>,
  { t, item, title }: Named,
) => {
  const kind = [...kinds.keys()].find((one) => itemsRoot(one) === root)
  if (kind !== undefined) {
    const [id = '', ...path] = what.split('/')
    return { name: [item(`${kind}:one`), title(id)].filter(Boolean).join(' '), what: path.join(' ') || id }
  }
  const part = layoutOf(step).get(root)
  if (part?.is !== 'text') return { name: t('step.unreadElse'), what: [root, what].filter(Boolean).join(' ') }
  const section = step.sections.find(({ id }) => id === part.id)
  const question = step.questions.find(({ id }) => id === part.id)
  return { name: section?.title ?? question?.text ?? root, what }
}
