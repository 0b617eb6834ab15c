import { must } from '../assert.ts'
import type { Json } from '../json.ts'
import type { Fields, KeyPart } from './define.ts'
import type { ItemKind, registry } from './index.ts'
import { kinds } from './index.ts'
import { plainOf } from './plain.ts'
import type { PlacedItem } from './together.ts'

/* Items with the types that their definitions give them: for rules that know what a goal is. */

type OrNull<F, Value> = F extends { orNull: true } ? Value | null : Value
type OneOf<F> = F extends { of: { values: readonly (infer Value)[] } } ? Value : never

type PlainValue<F> = F extends { is: 'line' | 'text' | 'link' | 'day' }
  ? OrNull<F, string>
  : F extends { is: 'number' | 'year' | 'scale' }
    ? number | null
    : F extends { is: 'flag' }
      ? boolean
      : F extends { is: 'choice' }
        ? OneOf<F> | null
        : F extends { is: 'choices' }
          ? readonly OneOf<F>[]
          : F extends { is: 'links' }
            ? readonly string[]
            : F extends { is: 'group'; fields: infer Of extends Fields }
              ? OrNull<F, PlainFields<Of>>
              : F extends { is: 'list'; plain: 'values'; fields: infer Of extends Fields }
                ? readonly PlainValue<Of[keyof Of]>[]
                : F extends { is: 'list'; plain: 'record' }
                  ? Readonly<Record<string, string | null>> | readonly object[]
                  : F extends { is: 'list'; fields: infer Of extends Fields }
                    ? readonly (PlainFields<Of> &
                        (F extends { ids: true } ? { readonly id: string } : unknown))[]
                    : F extends { is: 'table'; asRecord: true; fields: infer Of extends Fields }
                      ? Readonly<Record<string, PlainValue<Of[keyof Of]>>>
                      : F extends {
                            is: 'table'
                            by: infer By extends readonly KeyPart[]
                            fields: infer Of extends Fields
                          }
                        ? readonly (PlainKey<By> & PlainFields<Of>)[]
                        : Json

type PlainKey<By extends readonly KeyPart[]> = {
  readonly [Part in By[number] as Part extends { orNone: true } ? never : Part['name']]: Part extends {
    is: 'year'
  }
    ? number
    : Part extends { is: 'choice' }
      ? OneOf<Part>
      : string
} & {
  readonly [Part in By[number] as Part extends { orNone: true } ? Part['name'] : never]?: string
}

type PlainFields<Of> = {
  readonly [Name in keyof Of as Of[Name] extends { optional: true } ? never : Name]: PlainValue<Of[Name]>
} & {
  readonly [Name in keyof Of as Of[Name] extends { optional: true } ? Name : never]?: PlainValue<Of[Name]>
}

/** As files know it, with the step that holds it; a join has its own id too. */
export type TypedItem<Name extends ItemKind> = PlainFields<(typeof registry)[Name]['fields']> & {
  readonly id: string
  readonly stepId: string
}

/** Made once of each item as it stands: what has not changed is the same object. */
export const typedItem = <Name extends ItemKind>(kind: Name, item: PlacedItem): TypedItem<Name> => {
  let plain = made.get(item)
  if (!plain)
    made.set(item, (plain = { ...plainOf(must(kinds.get(kind)), item), id: item.id, stepId: item.stepId }))
  // `plainOf` writes what the definition says, of which the type is made.
  return plain as TypedItem<Name>
}

const made = new WeakMap<PlacedItem, object>()
