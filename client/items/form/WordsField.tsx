import { useEffect, useRef } from 'react'
import { textAt } from '../../../shared/items/item.ts'
import { languageTag } from '../../../shared/locale.ts'
import { LOCAL } from '../../live/undo.ts'
import { Field } from '../../ui/Field.tsx'
import field from '../../ui/field.module.css'
import { bindWords } from '../words-binding.ts'
import css from './form.module.css'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'

/** A text that several write in at once; it is as high as what stands in it. */
export const WordsField = ({ path, name }: Place) => {
  const { item, edits, settled, telling } = useForm()
  const area = useRef<HTMLTextAreaElement>(null)
  const words = edits.words(item, path)
  const text = textAt(item, path)
  useEffect(() => {
    if (area.current && words) return bindWords(area.current, words, LOCAL)
    return undefined
  }, [words])
  useEffect(() => {
    if (area.current) fit(area.current)
  }, [text])
  return (
    <Field label={telling.t(name)}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={area}
          className={`${field.input} ${field.md} ${css.words}`}
          lang={languageTag[telling.board.language]}
          rows={2}
          readOnly={!words}
          defaultValue={text}
          onBlur={settled}
        />
      )}
    </Field>
  )
}

/** For browsers in which a field does not grow by itself. */
const fit = (area: HTMLTextAreaElement) => {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.setProperty('block-size', 'auto')
  area.style.setProperty('block-size', `${area.scrollHeight + 2}px`)
}
