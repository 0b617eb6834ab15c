import type { Member } from '../../shared/board/model.ts'
import { hasAccess } from '../../shared/board/model.ts'

/* Naming people in plain text: `@Anna Ek`. Who is meant is read off the words, so that editing them is enough. */

type Named = Pick<Member, 'id' | 'name' | 'organisation'>

/** What comes after `@`: of two by the same name, with the organisation too. */
export const nameIn = (member: Named, all: readonly Named[]): string =>
  all.some((other) => other.id !== member.id && other.name === member.name) && member.organisation !== ''
    ? `${member.name} (${member.organisation})`
    : member.name

export const mentionable = (members: readonly Member[], me: string): readonly Member[] =>
  members.filter((member) => hasAccess(member) && member.id !== me)

const letter = /[\p{L}\p{N}]/u

interface Mention<Who> {
  readonly from: number
  readonly to: number
  readonly who: Who
}

/** Where people are named, from the beginning; of names that begin alike the longer counts. */
export const mentionsIn = <Who extends Named>(
  body: string,
  members: readonly Who[],
): readonly Mention<Who>[] => {
  const names = members
    .map((who) => ({ who, name: nameIn(who, members) }))
    .sort((one, two) => two.name.length - one.name.length)
  const found: Mention<Who>[] = []
  for (let at = body.indexOf('@'); at >= 0; at = body.indexOf('@', at + 1)) {
    const hit = names.find(({ name }) => name !== '' && isNameAt(body, at + 1, name))
    if (hit) found.push({ from: at, to: at + 1 + hit.name.length, who: hit.who })
  }
  return found
}

/** All who are named, each once: by a name that several bear and nothing tells apart, all of them. */
export const namedIn = (body: string, members: readonly Named[]): readonly Named['id'][] => {
  const names = mentionsIn(body, members).map(({ who }) => nameIn(who, members))
  return [...new Set(names)].flatMap((name) =>
    members.filter((one) => nameIn(one, members) === name).map(({ id }) => id),
  )
}

const isNameAt = (body: string, at: number, name: string): boolean =>
  body.slice(at, at + name.length).toLowerCase() === name.toLowerCase() &&
  !letter.test(body.charAt(at + name.length))

/** The name that is being written at the caret, or null: from its `@` on, at most two spaces long. */
export const writtenName = (
  body: string,
  caret: number,
): { readonly from: number; readonly name: string } | null => {
  const before = body.slice(0, caret)
  const from = before.lastIndexOf('@')
  if (from < 0 || letter.test(before.charAt(from - 1))) return null
  const name = before.slice(from + 1)
  const isOther = /^\s|\n/.test(name) || name.length > 60 || name.split(' ').length > 4
  return isOther ? null : { from, name }
}

const most = 6

/** Who may be meant by what was written so far: each word begins a part of the name or of the organisation. */
export const candidates = <Who extends Named>(members: readonly Who[], written: string): readonly Who[] => {
  const words = written.toLowerCase().split(' ').filter(Boolean)
  const fits = ({ name, organisation }: Named) => {
    const parts = `${name} ${organisation}`.toLowerCase().split(/[\s,.()-]+/)
    return words.every((word) => parts.some((part) => part.startsWith(word)))
  }
  const names = members.map((one) => nameIn(one, members))
  return members.filter((one, at) => fits(one) && names.indexOf(nameIn(one, members)) === at).slice(0, most)
}

/** The text with the name written out, and where the caret then is. */
export const withName = (
  body: string,
  { from, to, name }: { readonly from: number; readonly to: number; readonly name: string },
): { readonly body: string; readonly caret: number } => {
  const words = `@${name} `
  const after = body.slice(to).replace(/^ /, '')
  return { body: body.slice(0, from) + words + after, caret: from + words.length }
}
