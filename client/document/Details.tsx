import type { Field, Group, Kind } from '../../shared/items/define.ts'
import { textAt } from '../../shared/items/item.ts'
import type { Telling } from '../items/said.ts'
import { planLanguage } from '../items/said.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Detail, Within } from './detail.ts'
import { detailsOf, insideOf, spanWords } from './detail.ts'
import { DetailTable } from './DetailTable.tsx'
import { Fact } from './Fact.tsx'
import css from './item.module.css'

interface Props extends Within {
  readonly item: PlacedItem
  readonly kind: Kind
  readonly telling: Telling
}

/** Everything that is said of an item, or of an entry of one of its lists: texts, facts, tables. */
export const Details = ({ kind, telling, ...within }: Props) => {
  const { item, path, span } = within
  const { texts, facts, tables } = detailsOf(within)
  const { t } = telling
  const when = span ? spanWords(item, path, span, telling) : ''
  const word = (one: Detail) => t(`${kind.kind}.${one.name}`)
  return (
    <>
      {texts.map((one) => (
        <LongText
          key={one.path}
          label={word(one)}
          text={textAt(item, one.path)}
          lang={planLanguage(telling)}
        />
      ))}
      {facts.length + when.length > 0 && (
        <dl className={css.facts}>
          {when !== '' && (
            <div>
              <dt>{t('when')}</dt>
              <dd>{when}</dd>
            </div>
          )}
          {facts.map((one) => (
            <div key={one.path}>
              <dt>{word(one)}</dt>
              <dd>
                {isGroup(one) ? (
                  <Inside group={one} item={item} kind={kind} telling={telling} />
                ) : (
                  <Fact item={item} kind={kind} detail={one} telling={telling} />
                )}
                {item.reported?.has(one.path) && <span className="muted">{` (${t('toldAfter')})`}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {tables.map((one) => (
        <DetailTable key={one.path} item={item} kind={kind} detail={one} telling={telling} />
      ))}
    </>
  )
}

const isGroup = (one: Detail<Field>): one is Detail<Group> => one.field.is === 'group'

interface LongTextProps {
  readonly label: string
  readonly text: string
  readonly lang: string
}

const LongText = ({ label, text, lang }: LongTextProps) => {
  const [first = '', ...rest] = text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return (
    <div className={css.text}>
      <p>
        <b>{label}.</b> <span lang={lang}>{first}</span>
      </p>
      {rest.map((one, at) => (
        <p key={at} lang={lang}>
          {one}
        </p>
      ))}
    </div>
  )
}

interface InsideProps extends Pick<Props, 'item' | 'kind' | 'telling'> {
  readonly group: Detail<Group>
}

/** Facts that belong together, one after the other; of what is only said or not, the names. */
const Inside = ({ group, item, kind, telling }: InsideProps) => {
  const { texts, facts } = insideOf(group, item)
  return (
    <ul role="list" className={css.inside}>
      {[...texts, ...facts].map((one) => {
        const word = telling.t(`${kind.kind}.${one.name}`)
        return (
          <li key={one.path}>
            {one.field.is === 'flag' ? (
              word
            ) : (
              <>
                <span className={css.label}>{`${word}: `}</span>
                <Fact item={item} kind={kind} detail={one} telling={telling} />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
