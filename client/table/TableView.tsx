import { useDeferredValue, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { Kind } from '../../shared/items/define.ts'
import { kinds } from '../../shared/items/index.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import { itemKey } from '../marks/finding-keys.ts'
import { useFindings } from '../checks/useFindings.ts'
import { tableHref } from '../hooks/addresses.ts'
import { dayOf } from '../hooks/day.ts'
import { useItemEdits } from '../hooks/useItems.ts'
import { useNarrow } from '../hooks/useNarrow.ts'
import { useText } from '../hooks/useText.ts'
import { ItemPlace } from '../items/ItemPlace.tsx'
import type { Telling } from '../items/said.ts'
import { useTelling } from '../items/useTelling.ts'
import { Button } from '../ui/Button.tsx'
import { AddIcon } from '../ui/icons.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Select } from '../ui/Select.tsx'
import { useAnnounce } from '../ui/useAnnounce.ts'
import type { Spot } from './cells.ts'
import { ColumnChoice } from './ColumnChoice.tsx'
import { chosenColumns, columnsOf } from './columns.ts'
import { Filters } from './Filters.tsx'
import type { EditingCell } from './Grid.tsx'
import { Grid } from './Grid.tsx'
import { homeOf, stepsShowing } from './homes.ts'
import { PasteDialog } from './PasteDialog.tsx'
import { rowsOf } from './rows.ts'
import type { TableState } from './state.ts'
import { isFiltered, plainTable } from './state.ts'
import css from './table.module.css'
import { useFrozen } from './useFrozen.ts'
import { usePaste } from './usePaste.ts'
import { useReasons } from './useReasons.ts'
import { useTableState } from './useTableState.ts'

/** All items of one kind as a table to work in; the address says which, in what order and what of them. */
export const TableView = () => {
  const t = useText()
  const telling = useDeferredValue(useTelling())
  const { kind: asked, state, change } = useTableState()
  const kind = kinds.get(asked)
  return (
    <div className={css.view}>
      <div className={css.head}>
        <h1>{kind ? telling.t(`${kind.kind}:many`) : t('tables.title')}</h1>
        <KindChoice chosen={asked} telling={telling} />
      </div>
      {kind && <OfKind key={kind.kind} kind={kind} telling={telling} state={state} onChange={change} />}
    </div>
  )
}

/** Every kind the plan has items of or shows, with how many there are. */
const KindChoice = ({ chosen, telling }: { readonly chosen: string; readonly telling: Telling }) => {
  const t = useText()
  const [, go] = useLocation()
  const { board, items } = telling
  const all = [...kinds.keys()].filter(
    (kind) =>
      kind === chosen || (items.byKind.get(kind)?.length ?? 0) > 0 || stepsShowing(board, kind).length > 0,
  )
  return (
    <Select
      label={t('tables.kind')}
      labelHidden
      size="md"
      value={kinds.has(chosen) ? chosen : ''}
      choices={[
        ...(kinds.has(chosen) ? [] : [{ value: '', label: t('tables.kind') }]),
        ...all.map((kind) => ({
          value: kind,
          label: t('tables.kindCount', {
            kind: telling.t(`${kind}:many`),
            count: items.byKind.get(kind)?.length ?? 0,
          }),
        })),
      ]}
      onChange={(kind) => go(tableHref(board.id, kind))}
    />
  )
}

interface Props {
  readonly kind: Kind
  readonly telling: Telling
  readonly state: TableState
  readonly onChange: (next: Partial<TableState>) => void
}

const none: readonly PlacedItem[] = []

const OfKind = ({ kind, telling, state, onChange }: Props) => {
  const t = useText()
  const announce = useAnnounce()
  const isNarrow = useNarrow()
  const reasons = useReasons()
  const { by } = useFindings()
  const [active, setActive] = useState<Spot>({ row: '', column: kind.title })
  const [editing, setEditing] = useState<EditingCell | null>(null)
  const [isInside, setInside] = useState(false)
  const [barred, setBarred] = useState('')
  const name = telling.t(`${kind.kind}:many`)
  const all = telling.items.byKind.get(kind.kind) ?? none
  const columns = useColumns(kind, all, state.columns)
  const shown = {
    kind,
    columns: columns.shown,
    telling,
    isFound: (id: string) => by.has(itemKey(id)),
    keep: editing?.row ?? (isInside ? active.row : null),
  }
  const items = useFrozen(rowsOf(all, state, columns.all, shown), editing !== null)
  const home = homeOf(kind, telling.board, state.step, reasons)
  const place = { kind, items, columns: columns.shown, telling, reasons, home }
  const paste = usePaste(place, (count) => announce(t('tables.written', { count })))
  const filters = (
    <Filters
      kind={kind}
      items={all}
      columns={columns.shown}
      telling={telling}
      state={state}
      onChange={onChange}
    />
  )
  return (
    <>
      {isNarrow ? <Disclosure title={t('tables.filters')}>{filters}</Disclosure> : filters}
      <div className={css.tools}>
        <p role="status">{t('tables.shown', { count: items.length, all: all.length })}</p>
        {isFiltered(state) && (
          <Button
            kind="quiet"
            onPress={() => onChange({ ...plainTable, columns: state.columns, sort: state.sort })}
          >
            {t('tables.showAll')}
          </Button>
        )}
        {!isNarrow && (
          <ColumnChoice
            kind={kind}
            all={columns.all}
            shown={columns.shown}
            telling={telling}
            onChange={(chosen) => onChange({ columns: chosen })}
          />
        )}
        <p role="status" className={css.barred}>
          {barred}
        </p>
      </div>
      {isNarrow ? (
        <Lines {...{ name, items, telling }} />
      ) : (
        <Grid
          label={name}
          kind={kind}
          items={items}
          columns={columns.shown}
          telling={telling}
          reasons={reasons}
          sort={state.sort}
          onSort={(sort) => onChange({ sort })}
          active={active}
          onActive={(spot) => {
            setBarred('')
            setActive(spot)
          }}
          editing={editing}
          onEditing={setEditing}
          onInside={setInside}
          onPaste={paste.begin}
          onBarred={setBarred}
        />
      )}
      <NewRow
        {...place}
        onAdded={(row) => {
          setActive({ row, column: kind.title })
          setEditing({ row, path: kind.title, begun: null })
        }}
      />
      {paste.over && (
        <PasteDialog {...paste.over} t={telling.t} onWrite={paste.over.write} onClose={paste.end} />
      )}
    </>
  )
}

interface LinesProps {
  readonly name: string
  readonly items: readonly PlacedItem[]
  readonly telling: Telling
}

/** Where a table has no room, a line for each. */
const Lines = ({ name, items, telling }: LinesProps) => (
  <ol role="list" className={css.list} aria-label={name}>
    {items.map((item) => (
      <ItemPlace key={item.id} item={item} telling={telling} card={null} />
    ))}
  </ol>
)

/** The same while neither the kind's items nor the choice of columns changes what they are. */
const useColumns = (kind: Kind, items: readonly PlacedItem[], chosen: readonly string[] | null) => {
  const computed = columnsOf(kind, items)
  const word = computed.map(({ path }) => path).join('\n')
  // `word` stands for what was computed.
  const all = useMemo(() => computed, [word])
  const shown = useMemo(() => chosenColumns(kind, all, chosen), [kind, all, chosen])
  return { all, shown }
}

interface NewRowProps {
  readonly kind: Kind
  readonly telling: Telling
  readonly home: ReturnType<typeof homeOf>
  readonly onAdded: (id: string) => void
}

/** One more at the foot, named at once; or why there can be none now. */
const NewRow = ({ kind, telling, home, onAdded }: NewRowProps) => {
  const edits = useItemEdits()
  if (!('stepId' in home)) return home.reason === null ? null : <p className={css.why}>{home.reason}</p>
  return (
    <p>
      <Button
        kind="quiet"
        icon={AddIcon}
        onPress={() => onAdded(edits.add(kind.kind, home.stepId, dayOf(new Date())))}
      >
        {telling.t(`${kind.kind}:add`)}
      </Button>
    </p>
  )
}
