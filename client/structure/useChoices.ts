import { visible } from '../../shared/board/model.ts'
import { kinds } from '../../shared/items/index.ts'
import { useWholeBoard } from '../hooks/useBoard.ts'
import { useItemText } from '../hooks/useItemText.ts'
import { useText } from '../hooks/useText.ts'
import type { PartType } from './part.ts'

/** What is chosen for something new beside its words: a step rests on others, a text shows items of some kinds. */
export const useChoices = (type: PartType) => {
  const t = useText()
  const item = useItemText()
  const { board } = useWholeBoard()
  switch (type) {
    case 'step':
      return {
        legend: t('structure.restsOn'),
        choices: visible(board.steps).map(({ id, title }) => ({ id, label: title })),
      }
    case 'section': {
      // What joins two others is shown with them.
      const shown = [...kinds].filter(([, kind]) => !kind.joins)
      return {
        legend: t('structure.shows'),
        choices: shown.map(([id]) => ({ id, label: item(`${id}:many`) })),
      }
    }
    case 'question':
      return null
  }
}
