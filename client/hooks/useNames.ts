import { useMemo } from 'react'
import type { Member } from '../../shared/board/model.ts'
import { hasAccess, memberOf } from '../../shared/board/model.ts'
import type { Locale } from '../../shared/locale.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Translate } from '../../shared/messages/format.ts'
import type { Plan } from './useBoard.ts'
import { useBoard } from './useBoard.ts'
import { useLocale, useText } from './useText.ts'

/** What people and steps are called on this board, in the page's language. */
export interface Names {
  /** The step's place in the plan, from 1. */
  readonly number: (stepId: string) => number
  /** `2, 3 and 4`, in the order of the plan; steps that are hidden have no number. */
  readonly numbers: (stepIds: Iterable<string>) => string
  readonly person: (memberId: string) => string
  /** Whoever leads the plan, without me: `Anna or Per`. */
  readonly facilitators: string
  readonly list: (words: readonly string[]) => string
}

export const useNames = (): Names => {
  const { board, me } = useBoard()
  const { locale } = useLocale()
  const t = useText()
  return useMemo(() => namesOn(board, me, locale, t), [board, me, locale, t])
}

export const namesOn = (board: Plan, me: Member, locale: Locale, t: Translate): Names => {
  const tag = languageTag[locale]
  const and = new Intl.ListFormat(tag)
  const or = new Intl.ListFormat(tag, { type: 'disjunction' })
  const number = (stepId: string) => board.steps.findIndex((step) => step.id === stepId) + 1
  const others = board.members.filter(
    (member) => member.role === 'facilitator' && member.id !== me.id && hasAccess(member),
  )
  return {
    number,
    numbers: (stepIds) => {
      const inOrder = [...stepIds]
        .map(number)
        .filter((place) => place > 0)
        .sort((a, b) => a - b)
      return and.format(inOrder.map(String))
    },
    person: (memberId) => memberOf(board, memberId)?.name ?? t('step.nobody'),
    facilitators: others.length > 0 ? or.format(others.map(({ name }) => name)) : t('step.nobody'),
    list: (words) => and.format(words),
  }
}
