import type { Ref } from 'react'
import { useEffect, useRef } from 'react'
import { kinds } from '../../shared/items/index.ts'
import { textAt } from '../../shared/items/item.ts'
import { useDeletedItems, useItem, useItemEdits } from '../hooks/useItems.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, RemoveIcon } from '../ui/icons.ts'
import { ItemForm } from './form/ItemForm.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import css from './panel.module.css'
import type { Telling } from './said.ts'
import { titleLanguage, titleOf } from './said.ts'
import { useItemReadOnly } from './useItemReadOnly.ts'
import { blockOf } from './useEditing.ts'
import type { GoingOn } from './useGoingOn.ts'
import { useGoingOn } from './useGoingOn.ts'
import { useTelling } from './useTelling.ts'

interface Props {
  readonly id: string
  readonly headingId: string
  readonly onClose: () => void
}

/** The item by this id: to write in, to bring back, or not there. */
export const PanelContent = ({ id, headingId, onClose }: Props) => {
  const telling = useTelling()
  const item = useItem(id)
  const deleted = useDeletedItems().find((one) => one.id === id)
  const heading = useRef<HTMLHeadingElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const { goOn, stay } = useGoingOn(heading)
  const nameless = item && isNameless(item) ? titleBlock(item) : null
  useEffect(() => {
    // What was just added is named first.
    const name =
      nameless !== null && body.current?.querySelector<HTMLElement>(`${nameless} :is(input, textarea)`)
    const asked = item && askedField(item, body.current)
    // What was found stands below it, and is to be in sight as well.
    if (asked) asked.scrollIntoView({ block: 'center' })
    ;(asked || name || heading.current)?.focus({ preventScroll: true })
    // Only when it opens: others may name it, or take its name away, later.
  }, [])
  const shown = item ?? deleted
  return (
    <>
      <Head
        headingId={headingId}
        heading={heading}
        telling={telling}
        isDeleted={!item}
        onClose={onClose}
        stay={stay}
        {...(shown && { item: shown })}
      />
      <div ref={body} className={css.body} {...stay}>
        {item && <Open item={item} telling={telling} goOn={goOn} />}
        {!item && deleted && <Deleted item={deleted} telling={telling} goOn={goOn} />}
      </div>
    </>
  )
}

interface HeadProps {
  readonly headingId: string
  readonly heading: Ref<HTMLHeadingElement>
  readonly telling: Telling
  readonly item?: PlacedItem
  readonly isDeleted: boolean
  readonly onClose: () => void
  readonly stay: GoingOn['stay']
}

const Head = ({ headingId, heading, telling, item, isDeleted, onClose, stay }: HeadProps) => {
  const text = useText()
  const { t } = telling
  return (
    <div className={css.head} {...stay}>
      <div className="grow">
        {item && <p className={css.kind}>{t(`${item.kind}:one`)}</p>}
        <h2 id={headingId} ref={heading} tabIndex={-1} {...(item && { lang: titleLanguage(item, telling) })}>
          {item ? titleOf(item, telling) : t('unknownLink')}
        </h2>
      </div>
      {item && !isDeleted && <ItemMenu item={item} telling={telling} isOpen />}
      <IconButton icon={CloseIcon} label={text('common.close')} onPress={onClose} />
    </div>
  )
}

interface ShownProps {
  readonly item: PlacedItem
  readonly telling: Telling
  readonly goOn: () => void
}

const Open = ({ item, telling, goOn }: ShownProps) => {
  const readOnly = useItemReadOnly(item.stepId)
  const isWritable = readOnly === null
  useEffect(() => goOn, [goOn, isWritable])
  return <ItemForm item={item} telling={telling} readOnly={readOnly} />
}

/** Where the field that the address names is written, or the closest that holds it. */
const askedField = (item: PlacedItem, form: HTMLElement | null): HTMLElement | null => {
  const parts = (new URLSearchParams(window.location.search).get('field') ?? '').split('/').filter(Boolean)
  for (; parts.length > 0; parts.pop()) {
    const block = `[data-block="${CSS.escape(blockOf(item, parts.join('/')))}"]`
    const find = (which: string) => form?.querySelector<HTMLElement>(`${block} ${which}`)
    // What takes something away is nothing to arrive at.
    const field = find(':is(input, textarea, select)') ?? find('button')
    if (field) return unfolded(field)
  }
  return null
}

/** An entry of a list may be folded. */
const unfolded = (field: HTMLElement): HTMLElement => {
  for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true
  return field
}

/** Where its name is written, for `querySelector`. */
const titleBlock = (item: PlacedItem): string =>
  `[data-block="${CSS.escape(blockOf(item, kinds.get(item.kind)?.title))}"]`

const isNameless = (item: PlacedItem): boolean => textAt(item, kinds.get(item.kind)?.title ?? '') === ''

/** It went while it was open, or was opened by an old link: what stood in it can still be brought back. */
const Deleted = ({ item, telling, goOn }: ShownProps) => {
  useEffect(() => goOn, [goOn])
  const { t } = telling
  const edits = useItemEdits()
  const names = useNames()
  const readOnly = useItemReadOnly(item.stepId)
  const by = item.deleted?.by ?? ''
  const when = new Date(item.deleted?.at ?? '')
  return (
    <>
      <Banner
        kind="again"
        icon={RemoveIcon}
        role="status"
        title={t('deleted', { title: titleOf(item, telling) })}
        actions={readOnly === null && <Button onPress={() => edits.restore(item)}>{t('restore')}</Button>}
      >
        {!Number.isNaN(when.getTime()) && t('deletedBy', { name: names.person(by), when })}
      </Banner>
      <ItemForm item={item} telling={telling} readOnly={readOnly ?? ''} />
    </>
  )
}
