import { useState } from 'react'
import { useText } from '../hooks/useText.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'
import type { Problem } from '../items/typed.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'
import table from '../ui/table.module.css'
import css from './paste.module.css'

/** One value of a block that was pasted. */
export interface PastedValue {
  readonly key: string
  /** Which cell it is for: "Safe at night, Owner". */
  readonly place: string
  readonly text: string
}

interface Props {
  readonly values: readonly PastedValue[]
  /** What is wrong with a text in the place of a value, or null when it fits. */
  readonly wrongWith: (key: string, text: string) => Problem | null
  readonly newRows: number
  readonly leftOut: readonly string[]
  readonly t: ItemTranslate
  /** Those that fit, by their keys, as they were put right. */
  readonly onWrite: (texts: ReadonlyMap<string, string>) => void
  readonly onClose: () => void
}

/** What would be written and what does not fit, before anything is. */
export const PasteDialog = ({ values, wrongWith, newRows, leftOut, t: say, onWrite, onClose }: Props) => {
  const t = useText()
  const [texts, setTexts] = useState<ReadonlyMap<string, string>>(
    () => new Map(values.map(({ key, text }) => [key, text])),
  )
  // Whoever puts a value right still sees it when it is.
  const [doubtful] = useState(() => values.filter(({ key, text }) => wrongWith(key, text) !== null))
  const put = (key: string, text: string) => setTexts(new Map(texts).set(key, text))
  const fitting = [...texts].filter(([key, text]) => text.trim() !== '' && wrongWith(key, text) === null)
  const wrong = doubtful.filter(({ key }) => {
    const text = texts.get(key) ?? ''
    return text.trim() !== '' && wrongWith(key, text) !== null
  })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      size="lg"
      title={t('tables.pasteTitle')}
      lead={t('tables.pasteLead', { count: values.length, rows: newRows })}
      closeLabel={t('common.close')}
      onSubmit={() => onWrite(new Map(fitting))}
      foot={
        <>
          {wrong.length > 0 && <p className="grow">{t('tables.pasteLeftOut', { count: wrong.length })}</p>}
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={fitting.length === 0}>
            {t('tables.pasteWrite', { count: fitting.length })}
          </Button>
        </>
      }
    >
      {leftOut.length > 0 && (
        <p className={css.note}>
          {t('tables.pasteColumns', { count: leftOut.length, names: leftOut.join(', ') })}
        </p>
      )}
      {doubtful.length > 0 && (
        <>
          <h3 className={css.heading}>{t('tables.pasteWrong', { count: doubtful.length })}</h3>
          <ul role="list" className={css.wrong}>
            {doubtful.map(({ key, place }) => {
              const text = texts.get(key) ?? ''
              const problem = text.trim() === '' ? null : wrongWith(key, text)
              return (
                <li key={key} className={css.doubtful}>
                  <TextField
                    label={place}
                    size="md"
                    value={text}
                    autoComplete="off"
                    onChange={(next) => put(key, next)}
                    error={problem ? say(problem.key, problem.values) : undefined}
                    hint={text.trim() === '' ? t('tables.leftOut') : undefined}
                  />
                  {text.trim() !== '' && (
                    <IconButton
                      icon={CloseIcon}
                      label={t('tables.leaveOut', { place })}
                      onPress={() => put(key, '')}
                    />
                  )}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <Disclosure
        title={t('tables.pasteFitting', { count: fitting.length })}
        startsOpen={doubtful.length === 0}
      >
        <Fitting values={values} texts={new Map(fitting)} />
      </Disclosure>
    </Dialog>
  )
}

const most = 100

const Fitting = ({
  values,
  texts,
}: {
  readonly values: readonly PastedValue[]
  readonly texts: ReadonlyMap<string, string>
}) => {
  const t = useText()
  const shown = values.filter(({ key }) => texts.has(key))
  return (
    <>
      <table className={table.table}>
        <caption className="sr">{t('tables.pasteFitting', { count: texts.size })}</caption>
        <tbody>
          {shown.slice(0, most).map(({ key, place }) => (
            <tr key={key}>
              <th scope="row">{place}</th>
              <td>{texts.get(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > most && <p>{t('tables.pasteMore', { count: shown.length - most })}</p>}
    </>
  )
}
