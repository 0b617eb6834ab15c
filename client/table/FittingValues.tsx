import { useText } from '../hooks/useText.ts'
import table from '../ui/table.module.css'
import css from './paste.module.css'
import { isOther } from './reading.ts'

interface Props {
  readonly values: readonly {
    readonly key: string
    readonly place: string
    /** As it was pasted. */
    readonly text: string
    /** As it is written. */
    readonly words: string
  }[]
}

const most = 100

/** Pasted values as they will stand, beside what was pasted where that looks different. */
export const FittingValues = ({ values }: Props) => {
  const t = useText()
  const isRead = values.some(({ text, words }) => isOther(text, words))
  return (
    <>
      <table className={table.table}>
        <caption className="sr">{t('tables.pasteFitting', { count: values.length })}</caption>
        {isRead && (
          <thead>
            <tr>
              <th scope="col">{t('tables.place')}</th>
              <th scope="col">{t('tables.asWritten')}</th>
              <th scope="col">{t('tables.asPasted')}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {values.slice(0, most).map(({ key, place, text, words }) => (
            <tr key={key}>
              <th scope="row">{place}</th>
              <td>{words}</td>
              {isRead && <td className={css.note}>{isOther(text, words) ? text : ''}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {values.length > most && <p>{t('tables.pasteMore', { count: values.length - most })}</p>}
    </>
  )
}
