import { useMemo, useState } from 'react'
import { useText } from '../hooks/useText.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { DayOrderChoice } from './DayOrderChoice.tsx'
import { FittingValues } from './FittingValues.tsx'
import css from './paste.module.css'
import type { Read } from './reading.ts'
import { dayOrderOf, readOnce } from './reading.ts'
import type { DayOrder } from './value.ts'
import { isEitherDay } from './value.ts'
import { WrongValues } from './WrongValues.tsx'

/** One value of a block that was pasted. */
export interface PastedValue {
  readonly key: string
  /** Which cell it is for: "Safe at night, Owner". */
  readonly place: string
  readonly text: string
  readonly isDay?: boolean
}

interface Props {
  readonly values: readonly PastedValue[]
  /** Another one where the same text may be read as something else now. */
  readonly read: Read
  readonly newRows?: number
  /** What of the block is put nowhere, said in sentences. */
  readonly notes: readonly string[]
  readonly t: ItemTranslate
  /** Those that fit, by their keys, as they were put right. */
  readonly onWrite: (texts: ReadonlyMap<string, string>, order: DayOrder) => void
  readonly onClose: () => void
}

/** What would be written and what does not fit, before anything is. */
export const PasteDialog = ({
  values,
  read: readAnew,
  newRows = 0,
  notes,
  t: say,
  onWrite,
  onClose,
}: Props) => {
  const t = useText()
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    () => new Map(values.map(({ key, text }) => [key, text])),
  )
  const days = values.filter(({ isDay }) => isDay)
  const [order, setOrder] = useState(() => dayOrderOf(days.map(({ text }) => text)))
  const read = useMemo(() => readOnce(readAnew), [readAnew])
  const readNow = (key: string) => read(key, texts.get(key) ?? '', order)
  // Whoever puts a value right still sees it when it is.
  const [doubtful] = useState(() => values.filter(({ key }) => readNow(key).is === 'wrong'))
  const either = days.find(({ text }) => isEitherDay(text))
  const said = values.filter(({ key }) => (texts.get(key) ?? '').trim() !== '')
  const fitting = said.filter(({ key }) => readNow(key).is === 'fits')
  const wrong = said.length - fitting.length
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('tables.pasteTitle')}
      lead={t('tables.pasteLead', { count: values.length, rows: newRows })}
      closeLabel={t('common.close')}
      onSubmit={() => onWrite(new Map(fitting.map(({ key }) => [key, texts.get(key) ?? ''])), order)}
      foot={
        <>
          {wrong > 0 && <p className="grow">{t('tables.pasteLeftOut', { count: wrong })}</p>}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={fitting.length === 0}>
            {t('tables.pasteWrite', { count: fitting.length })}
          </Button>
        </>
      }
    >
      {notes.map((note) => (
        <p key={note} className={css.note}>
          {note}
        </p>
      ))}
      {either && (
        <DayOrderChoice
          count={days.filter(({ text }) => isEitherDay(text)).length}
          example={either.text}
          wordsOf={(one) => {
            const reading = read(either.key, either.text, one)
            return reading.is === 'fits' ? reading.words : null
          }}
          value={order}
          onChange={setOrder}
        />
      )}
      {doubtful.length > 0 && (
        <WrongValues
          values={doubtful}
          texts={texts}
          read={readNow}
          t={say}
          onChange={(key, text) => setTexts(new Map(texts).set(key, text))}
        />
      )}
      <Disclosure
        title={t('tables.pasteFitting', { count: fitting.length })}
        startsOpen={doubtful.length === 0 || either !== undefined}
      >
        <FittingValues
          values={fitting.map(({ key, place }) => {
            const reading = readNow(key)
            const text = texts.get(key) ?? ''
            return { key, place, text, words: reading.is === 'fits' ? reading.words : '' }
          })}
        />
      </Disclosure>
    </Dialog>
  )
}
