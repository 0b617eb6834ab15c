import { followUpRoom } from '../../../shared/board/plan.ts'
import type { Kind } from '../../../shared/items/define.ts'
import { kinds } from '../../../shared/items/index.ts'
import type { PlacedItem } from '../../../shared/items/together.ts'
import { textAt } from '../../../shared/items/item.ts'
import { dayOf } from '../../hooks/day.ts'
import { useItemsOf } from '../../hooks/useItems.ts'
import { useOpenItem } from '../../hooks/useOpenItem.ts'
import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { useItemReadOnly } from '../useItemReadOnly.ts'
import css from './form.module.css'
import { LinkRow } from './LinkRow.tsx'
import { useForm } from './useForm.ts'

/** What happened with this item after agreement, in order of date, and a way to tell more. */
export const FollowUps = () => {
  const { kind } = useForm()
  return (
    <>
      {following(kind.kind).map(({ by, path }) => (
        <OfKind key={by.kind} by={by} path={path} />
      ))}
    </>
  )
}

interface Following {
  readonly by: Kind
  /** Its field that names the item. */
  readonly path: string
}

const OfKind = ({ by, path }: Following) => {
  const { item, telling, edits } = useForm()
  const { t } = telling
  const [, open] = useOpenItem()
  const readOnly = useItemReadOnly(followUpRoom)
  const mine = useItemsOf(by.kind).filter((one) => textAt(one, path) === item.id)
  const label = t(`${by.kind}:many`)
  if (mine.length === 0 && readOnly !== null) return null
  return (
    <section className={css.links} aria-label={label}>
      <h3 className={css.part}>{label}</h3>
      {mine.length > 0 && (
        <ul role="list" className={css.rows}>
          {mine.toSorted(byDay(by)).map(({ id }) => (
            <LinkRow key={id} id={id} />
          ))}
        </ul>
      )}
      {readOnly === null && (
        <Button
          kind="quiet"
          icon={AddIcon}
          onPress={() =>
            open(edits.add(by.kind, followUpRoom, dayOf(new Date()), new Map([[path, item.id]])))
          }
        >
          {t('followUp')}
        </Button>
      )}
    </section>
  )
}

const following = (kind: string): readonly Following[] =>
  [...kinds.values()]
    .filter(({ afterAgreement }) => afterAgreement)
    .flatMap((by) =>
      Object.entries(by.fields).flatMap(([path, field]) =>
        field.is === 'link' && field.to === kind ? [{ by, path }] : [],
      ),
    )

const byDay =
  ({ title }: Kind) =>
  (a: PlacedItem, b: PlacedItem): number =>
    textAt(a, title).localeCompare(textAt(b, title))
