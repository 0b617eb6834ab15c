import { useState } from 'react'
import { structureLimit } from '../../shared/board/structure.ts'
import type { StepId } from '../../shared/ids.ts'
import { languageTag } from '../../shared/locale.ts'
import { SendFoot } from '../agree/SendFoot.tsx'
import { useWholeBoard } from '../hooks/useBoard.ts'
import { useCommand } from '../hooks/useCommand.ts'
import { useFirstProblem } from '../hooks/useFirstProblem.ts'
import { useText } from '../hooks/useText.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { AddIcon, EditIcon } from '../ui/icons.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Choices } from './Choices.tsx'
import type { Words } from './words.ts'
import { adding, fieldsOf, rewording, wordsOf } from './words.ts'
import type { PartType } from './part.ts'
import { newTarget, targetOf } from './part.ts'
import { useChoices } from './useChoices.ts'

/** What is reworded, or where something is added. */
export type Editing =
  | { readonly is: 'reword'; readonly type: PartType; readonly stepId: StepId; readonly id: string }
  | { readonly is: 'add'; readonly type: PartType; readonly stepId: StepId | null }

interface Props {
  readonly editing: Editing
  readonly onClose: () => void
}

const titles = {
  add: { step: 'structure.addStep', section: 'structure.addSection', question: 'structure.addQuestion' },
  reword: {
    step: 'structure.rewordStep',
    section: 'structure.rewordSection',
    question: 'structure.rewordQuestion',
  },
} as const

const labels = {
  description: 'structure.description',
  deliverable: 'structure.deliverable',
  prompt: 'structure.prompt',
} as const

/** The words of a step, a text or a question: of one that is there, or of a new one. */
export const EditDialog = ({ editing, onClose }: Props) => {
  const t = useText()
  const { board } = useWholeBoard()
  const { is, type } = editing
  // Made once: sent twice, it is still one.
  const [target] = useState(() =>
    editing.is === 'add'
      ? newTarget(editing.type, editing.stepId)
      : targetOf(editing.type, editing.stepId, editing.id),
  )
  const [before] = useState(() => wordsOf(board, target))
  // Without an invitation a new text would be an empty place on the page.
  const [words, setWords] = useState(
    is === 'add' && type === 'section' ? { ...before, prompt: t('structure.promptFirst') } : before,
  )
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choices = useChoices(type)
  const [state, run] = useCommand()
  const toProblem = useFirstProblem()
  const isMissing = words.title.trim() === ''
  const submit = async () => {
    if (isMissing) toProblem()
    if (isMissing || state.is === 'sending') return
    const outcome = await run(is === 'add' ? adding(target, words, chosen) : rewording(target, words, before))
    if (outcome.is === 'done') onClose()
  }
  const field = (name: keyof Words) => ({
    value: words[name],
    onChange: (value: string) => setWords((all) => ({ ...all, [name]: value })),
    lang: languageTag[board.language],
  })
  return (
    <Dialog
      isOpen
      size="sm"
      onClose={onClose}
      closeLabel={t('common.close')}
      title={t(titles[is][type])}
      onSubmit={() => void submit()}
      foot={
        <SendFoot
          state={state}
          problem={null}
          icon={is === 'add' ? AddIcon : EditIcon}
          send={t(is === 'add' ? 'structure.add' : 'structure.save')}
          onClose={onClose}
        />
      }
    >
      {type === 'question' ? (
        <TextArea
          {...field('title')}
          label={t('structure.question')}
          required
          autoFocus
          rows={3}
          maxLength={structureLimit.title}
          error={isMissing ? t('structure.needed') : undefined}
        />
      ) : (
        <TextField
          {...field('title')}
          label={t('structure.title')}
          required
          autoFocus
          maxLength={structureLimit.title}
          error={isMissing ? t('structure.needed') : undefined}
        />
      )}
      {fieldsOf[type].map((name) => (
        <TextArea
          key={name}
          {...field(name)}
          label={t(labels[name])}
          rows={2}
          maxLength={structureLimit.text}
        />
      ))}
      {is === 'add' && choices && <Choices {...choices} chosen={chosen} onChange={setChosen} />}
    </Dialog>
  )
}
