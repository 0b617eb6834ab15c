import { useText } from '../hooks/useText.ts'
import type { ItemTranslate } from '../hooks/useItemText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon } from '../ui/icons.ts'
import { TextField } from '../ui/TextField.tsx'
import css from './paste.module.css'
import type { PastedValue } from './PasteDialog.tsx'
import type { Reading } from './reading.ts'
import { isOther } from './reading.ts'

interface Props {
  readonly values: readonly PastedValue[]
  readonly texts: ReadonlyMap<string, string>
  readonly read: (key: string) => Reading
  readonly t: ItemTranslate
  readonly onChange: (key: string, text: string) => void
}

/** Pasted values that do not fit, each to be put right or left out. */
export const WrongValues = ({ values, texts, read, t: say, onChange }: Props) => {
  const t = useText()
  return (
    <>
      <h3 className={css.heading}>{t('tables.pasteWrong', { count: values.length })}</h3>
      <ul role="list" className={css.wrong}>
        {values.map(({ key, place }) => {
          const text = texts.get(key) ?? ''
          const isOut = text.trim() === ''
          const reading = isOut ? null : read(key)
          const words = reading?.is === 'fits' && isOther(text, reading.words) ? reading.words : null
          return (
            <li key={key} className={css.doubtful}>
              <TextField
                label={place}
                size="md"
                value={text}
                autoComplete="off"
                onChange={(next) => onChange(key, next)}
                error={reading?.is === 'wrong' ? say(reading.because.key, reading.because.values) : undefined}
                hint={
                  isOut ? t('tables.leftOut') : words === null ? undefined : t('tables.becomes', { words })
                }
              />
              {!isOut && (
                <IconButton
                  icon={CloseIcon}
                  label={t('tables.leaveOut', { place })}
                  onPress={() => onChange(key, '')}
                />
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}
