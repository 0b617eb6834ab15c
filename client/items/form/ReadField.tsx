import type { Field, List, Options, Table } from '../../../shared/items/define.ts'
import { kinds } from '../../../shared/items/index.ts'
import { entriesOf, isSaid, keyPath, membersAt, numberAt, textAt } from '../../../shared/items/item.ts'
import { isWritten, numeral, planLanguage, sayField } from '../said.ts'
import { crosstabOf } from '../crosstab.ts'
import { WordTable } from '../WordTable.tsx'
import { AddressLink } from './AddressLink.tsx'
import css from './form.module.css'
import { LinkRow } from './LinkRow.tsx'
import { OtherYears } from './OtherYears.tsx'
import { ReadFields } from './ReadFields.tsx'
import type { Place } from './useForm.ts'
import { useForm } from './useForm.ts'
import { useUnitWord } from './useUnitWord.ts'

interface Props extends Place {
  readonly field: Field
}

/** What a field says, to read. */
export const ReadField = ({ field, path, name }: Props) => {
  const { item, kind, telling } = useForm()
  const words = () => sayField(item, path, field, kind, telling)
  if (!isSaid(item, path, field)) return <span className="muted">{telling.t('notSaid')}</span>
  switch (field.is) {
    case 'group':
      return <ReadFields fields={field.fields} path={`${path}/`} name={`${name}.`} />
    case 'text':
      return (
        <p className={css.readWords} lang={planLanguage(telling)}>
          {textAt(item, path)}
        </p>
      )
    case 'link':
      return kinds.has(field.to) ? <Links ids={[textAt(item, path)]} /> : <>{words()}</>
    case 'links':
      return <Links ids={membersAt(item, path)} />
    case 'list':
      return <Entries field={field} path={path} name={name} />
    case 'table':
      return <Entered field={field} path={path} name={name} />
    case 'line':
      return (
        <span lang={planLanguage(telling)}>
          {field.address ? <AddressLink address={textAt(item, path)} /> : words()}
        </span>
      )
    case 'scale':
      return <>{`${words()} – ${telling.t(`${field.name}=${words()}`)}`}</>
    default:
      return isWritten(field) ? <span lang={planLanguage(telling)}>{words()}</span> : <>{words()}</>
  }
}

const Links = ({ ids }: { readonly ids: readonly string[] }) => (
  <ul role="list" className={css.rows}>
    {ids.map((id) => (
      <LinkRow key={id} id={id} />
    ))}
  </ul>
)

const Entries = ({ field, path, name }: Place & { readonly field: List }) => {
  const { item, telling } = useForm()
  if (field.plain)
    return (
      <ul className={css.values} lang={planLanguage(telling)}>
        {entriesOf(item, path, field).map((entry) => (
          <li key={entry.id}>
            {Object.keys(field.fields)
              .map((own) => textAt(item, `${entry.path}/${own}`))
              .join(': ')}
          </li>
        ))}
      </ul>
    )
  return (
    <ol role="list" className={css.parties}>
      {entriesOf(item, path, field).map((entry) => (
        <li key={entry.id} className={css.party}>
          <ReadFields fields={field.fields} path={`${entry.path}/`} name={`${name}.`} />
        </li>
      ))}
    </ol>
  )
}

const Entered = ({ field, path, name }: Place & { readonly field: Table }) => {
  const { item, telling } = useForm()
  const [first, second] = field.by
  if (first?.is === 'year' && second?.is === 'choice')
    return <Years field={field} options={second.of} path={path} name={name} />
  const table = crosstabOf(item, path, field)
  if (table) return <WordTable item={item} table={table} label={telling.t(name)} telling={telling} />
  return (
    <ul role="list" className={css.parties}>
      {entriesOf(item, path, field).map((entry) => (
        <li key={entry.id} className={css.party}>
          <Links ids={entry.key} />
          <ReadFields fields={field.fields} path={`${entry.path}/`} name={`${name}.`} />
        </li>
      ))}
    </ul>
  )
}

const Years = ({
  field,
  options,
  path,
  name,
}: Place & { readonly field: Table; readonly options: Options }) => {
  const { item, telling } = useForm()
  const { t, locale } = telling
  const unit = useUnitWord({ is: 'number', unit: 'own' }, path)
  const [first = ''] = Object.keys(field.fields)
  const years = [...new Set(entriesOf(item, path, field).map(({ key }) => key[0] ?? ''))].sort()
  const valueAt = (year: string, one: string) => {
    const at = `${path}/${keyPath(field.by.map((_, part) => [year, one][part]))}/${first}`
    const value = numberAt(item, at)
    const words = value === null ? (item.leaves.get(at) === null ? t('missing') : '') : numeral(value, locale)
    return item.reported?.has(at) ? `${words} (${t('toldAfter')})` : words
  }
  return (
    <>
      <table className={css.grid} aria-label={t(name)}>
        <thead>
          <tr>
            <th scope="col">{unit === '' ? t('year') : unit}</th>
            {options.values.map((one) => (
              <th key={one} scope="col" className="num">
                {t(`${options.name}=${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((year) => (
            <tr key={year}>
              <th scope="row">{year}</th>
              {options.values.map((one) => (
                <td key={one} className="num">
                  {valueAt(year, one)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <OtherYears field={field} path={path} />
    </>
  )
}
