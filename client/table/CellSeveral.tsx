import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { planLanguage } from '../items/said.ts'
import menu from '../ui/menu.module.css'
import { SeveralOption } from './SeveralOption.tsx'
import css from './several.module.css'
import table from './table.module.css'
import type { Several } from './useSeveral.ts'
import { fresh, useSeveral } from './useSeveral.ts'

/**
 * Several of many in their cell: words find them, arrows go through them, Enter chooses or lets go at once, Escape and
 * Tab are done.
 */
export const CellSeveral = (props: Several) => {
  const { telling, label, options, chosen } = props
  const { t } = telling
  const place = useRef<HTMLSpanElement>(null)
  const { listId, optionId, sought, seek, shown, current, more, finish, take, onKeyDown } = useSeveral(props)
  const words = options.flatMap(({ id, title }) => (chosen.includes(id) ? [title] : []))
  return (
    <span ref={place} className={table.picker}>
      <input
        ref={focus}
        type="text"
        role="combobox"
        className={table.input}
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        {...(shown[current] && { 'aria-activedescendant': optionId(current) })}
        autoComplete="off"
        placeholder={words.join(', ') || t('pick')}
        value={sought}
        onChange={({ target }) => seek(target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => finish('away')}
      />
      <Popover
        className={menu.popover ?? ''}
        triggerRef={place}
        isOpen
        isNonModal
        placement="bottom start"
        offset={4}
        onOpenChange={(isOpen) => {
          if (!isOpen) finish('away')
        }}
      >
        <div role="region" aria-label={label} className={css.several}>
          <div id={listId} role="listbox" aria-label={label} aria-multiselectable className={css.list}>
            {shown.map((option, at) => (
              <SeveralOption
                key={option.id}
                id={optionId(at)}
                title={option.title}
                {...(option.id !== fresh && { lang: planLanguage(telling) })}
                isChosen={chosen.includes(option.id)}
                isCurrent={at === current}
                onTake={() => take(option)}
              />
            ))}
          </div>
          {shown.length === 0 && <p className={css.note}>{t('noHits')}</p>}
          {more > 0 && <p className={css.note}>{t('moreHits', { count: more })}</p>}
        </div>
      </Popover>
    </span>
  )
}

const focus = (input: HTMLInputElement | null): void => input?.focus()
