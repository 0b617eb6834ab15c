import type { ReactNode } from 'react'
import { useId } from 'react'
import type { Field } from '../../shared/items/define.ts'
import { DescribedByContext } from '../ui/described.ts'
import { pathKey } from './finding-keys.ts'
import css from '../checks/mark.module.css'
import { worstFirst } from '../checks/severity.ts'
import { SeverityIcon } from '../checks/SeverityIcon.tsx'
import { useFindingsAt } from '../checks/useFindings.ts'
import { useSaid } from '../checks/useSaid.ts'

interface Props {
  readonly itemId: string
  readonly path: string
  readonly field: Field
  readonly children: ReactNode
}

/** What the checks find of a field, under it and told with it. */
export const FieldFindings = ({ itemId, path, field, children }: Props) => {
  const id = useId()
  const here = useFindingsAt(pathKey(itemId, path))
  // What is found of an entry stands under the entry; the cells of a table have no place of their own.
  const found = worstFirst(here.filter(({ place }) => field.is === 'table' || isExact(place, path)))
  const words = useSaid(found)
  const isOne = field.is !== 'table' && field.is !== 'list'
  return (
    <>
      <DescribedByContext value={isOne && found.length > 0 ? id : undefined}>{children}</DescribedByContext>
      {found.length > 0 && (
        <div id={id} className={css.field}>
          {found.map(({ check, severity }, at) => (
            <p key={`${check} ${at}`} className={css[severity]}>
              <SeverityIcon severity={severity} isSaid />
              <span>{words[at]}</span>
            </p>
          ))}
        </div>
      )}
    </>
  )
}

const isExact = (place: object, path: string): boolean => 'field' in place && place.field === path
