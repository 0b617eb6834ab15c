import type { Ref } from 'react'
import { useEffect, useRef } from 'react'
import { useDeletedItems, useItem, useItemEdits } from '../hooks/useItems.ts'
import { useNames } from '../hooks/useNames.ts'
import { useText } from '../hooks/useText.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { languageTag } from '../../shared/locale.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { CloseIcon, RemoveIcon } from '../ui/icons.ts'
import { ItemForm } from './form/ItemForm.tsx'
import { ItemMenu } from './ItemMenu.tsx'
import css from './panel.module.css'
import type { Telling } from './said.ts'
import { titleOf } from './said.ts'
import { useItemReadOnly } from './useItemReadOnly.ts'
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
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const shown = item ?? deleted
  return (
    <>
      <Head
        headingId={headingId}
        heading={heading}
        telling={telling}
        isDeleted={!item}
        onClose={onClose}
        {...(shown && { item: shown })}
      />
      <div className={css.body}>
        {item && <Open item={item} telling={telling} />}
        {!item && deleted && <Deleted item={deleted} telling={telling} />}
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
}

const Head = ({ headingId, heading, telling, item, isDeleted, onClose }: HeadProps) => {
  const text = useText()
  const { t, board } = telling
  return (
    <div className={css.head}>
      <div className="grow">
        {item && <p className={css.kind}>{t(`${item.kind}:one`)}</p>}
        <h2 id={headingId} ref={heading} tabIndex={-1} {...(item && { lang: languageTag[board.language] })}>
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
}

const Open = ({ item, telling }: ShownProps) => (
  <ItemForm item={item} telling={telling} readOnly={useItemReadOnly(item.stepId)} />
)

/** It went while it was open, or was opened by an old link: what stood in it can still be brought back. */
const Deleted = ({ item, telling }: ShownProps) => {
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
