import { Fragment } from 'react'
import type { Field, Group, Kind } from '../../shared/items/define.ts'
import { textAt } from '../../shared/items/item.ts'
import { languageTag } from '../../shared/locale.ts'
import type { Telling } from '../items/said.ts'
import { planLanguage } from '../items/said.ts'
import type { PlacedItem } from '../../shared/items/together.ts'
import type { Detail, Within } from './detail.ts'
import { detailsOf, insideOf, languageOf, spanWords } from './detail.ts'
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
            <>
              <dt>{t('when')}</dt>
              <dd>{when}</dd>
            </>
          )}
          {facts.map((one) => (
            <Fragment key={one.path}>
              <dt>{word(one)}</dt>
              <dd lang={languageOf(one, telling)}>
                {isGroup(one) ? (
                  <Inside group={one} item={item} kind={kind} telling={telling} />
                ) : (
                  <Fact item={item} kind={kind} detail={one} telling={telling} />
                )}
                {item.reported?.has(one.path) && (
                  <span className="muted" lang={languageTag[telling.locale]}>{` (${t('toldAfter')})`}</span>
                )}
              </dd>
            </Fragment>
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
    <>
      <p className={css.text}>
        <b>{label}.</b> <span lang={lang}>{first}</span>
      </p>
      {rest.map((one, at) => (
        <p key={at} className={css.text} lang={lang}>
          {one}
        </p>
      ))}
    </>
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
                <span lang={languageOf(one, telling)}>
                  <Fact item={item} kind={kind} detail={one} telling={telling} />
                </span>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}
