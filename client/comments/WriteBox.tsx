import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react'
import { commentLimit } from '../../shared/board/comments.ts'
import { languageTag } from '../../shared/locale.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useText } from '../hooks/useText.ts'
import { Field } from '../ui/Field.tsx'
import field from '../ui/field.module.css'
import { useAnnounce } from '../ui/useAnnounce.ts'
import { candidates, mentionable, nameIn, withName, writtenName } from './mentions.ts'
import css from './write.module.css'

interface Props {
  readonly label: string
  readonly labelHidden?: boolean
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onSend: () => void
  readonly readOnly?: boolean
  readonly rows?: number
  /** Between the label and the field: the words it is about. */
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLTextAreaElement>
}

/** Plain text; `@` offers the names of those who take part. */
export const WriteBox = ({
  value,
  onChange,
  onSend,
  readOnly = false,
  rows = 2,
  children,
  ref,
  ...told
}: Props) => {
  const t = useText()
  const { board } = useBoard()
  const area = useRef<HTMLTextAreaElement>(null)
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => area.current)
  const listId = useId()
  const names = useNaming(value, (body, caret) => {
    onChange(body)
    // The caret is put where the name ends once the words stand in the field.
    requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret))
  })
  const { shown, at, choose } = names
  const caretMoved = () => names.look(area.current?.selectionStart ?? 0)
  const tooLong = value.length > commentLimit.body
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || names.key(event)) return
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onSend()
  }
  return (
    <div className={css.box}>
      <Field
        {...told}
        error={tooLong ? t('comments.tooLong', { count: commentLimit.body, now: value.length }) : told.error}
      >
        {(wiring) => (
          <>
            {children}
            <textarea
              {...wiring}
              ref={area}
              className={`${field.input} ${field.md} ${css.area}`}
              lang={languageTag[board.language]}
              rows={rows}
              value={value}
              readOnly={readOnly}
              autoComplete="off"
              aria-autocomplete="list"
              aria-haspopup="listbox"
              {...(shown.length > 0 && {
                'aria-controls': listId,
                'aria-activedescendant': `${listId}-${at}`,
              })}
              onChange={({ target }) => {
                onChange(target.value)
                names.look(target.selectionStart)
              }}
              onSelect={caretMoved}
              onBlur={names.close}
              onKeyDown={onKeyDown}
            />
          </>
        )}
      </Field>
      {shown.length > 0 && (
        <ul id={listId} role="listbox" className={css.names} aria-label={t('comments.peopleList')}>
          {shown.map((member, place) => (
            // reason: its keys are the field's, which keeps the focus.
            <li
              key={member.id}
              id={`${listId}-${place}`}
              role="option"
              aria-selected={place === at}
              className={css.name}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(place)}
            >
              <b>{member.name}</b> <span>{member.organisation}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** The list of names under the field: what it offers for what stands before the caret, and what its keys do. */
const useNaming = (value: string, write: (body: string, caret: number) => void) => {
  const t = useText()
  const { board, me } = useBoard()
  const announce = useAnnounce()
  const [caret, setCaret] = useState<number | null>(null)
  const [at, move] = useState(0)
  const people = mentionable(board.members, me.id)
  const written = caret === null ? null : writtenName(value, caret)
  const isWhole = people.some((one) => written?.name === `${nameIn(one, people)} `)
  const shown = written && !isWhole ? candidates(people, written.name) : []
  const count = shown.length
  useEffect(() => {
    move(0)
    if (count > 0) announce(t('comments.people', { count }))
  }, [count, announce, t])
  const close = () => setCaret(null)
  const choose = (place: number) => {
    const member = shown[place]
    if (!member || !written || caret === null) return
    const name = nameIn(member, people)
    const done = withName(value, { from: written.from, to: caret, name })
    close()
    write(done.body, done.caret)
  }
  const key = (event: KeyboardEvent): boolean => {
    if (count === 0) return false
    const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const by = moves[event.key]
    const isPlain = !(event.ctrlKey || event.metaKey)
    if (by !== undefined) move((at + by + count) % count)
    else if (event.key === 'Enter' && isPlain) choose(at)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { shown, at, choose, close, key, look: setCaret }
}
