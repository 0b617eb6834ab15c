import type { BoardId, MemberId } from '../../../shared/ids.ts'
import { conflict } from '../commit.ts'
import type { Link, PeopleStore, SessionRow } from '../storage.ts'
import type { Held, Run } from './held.ts'
import { kept, mustBe } from './held.ts'

export const memoryPeople = (held: Held, run: Run): PeopleStore => ({
  findLink: (board, hash) => run(() => findLink(held, board, hash)),
  setReturnLink: (board, member, hash) => run(() => setReturnLink(held, board, member, hash)),
  startSession: (session) =>
    run(() => {
      if (held.sessions.has(session.hash)) throw conflict('the session is there already')
      held.sessions.set(session.hash, kept(session))
    }),
  findSession: (hash, now) =>
    run(() => {
      const session = held.sessions.get(hash)
      return session && Date.parse(session.expiresAt) > Date.parse(now) ? session : null
    }),
  joinSession: (hash, board, member) =>
    run(() => {
      const session = held.sessions.get(hash)
      if (!session) throw conflict('there is no such session')
      const others = session.members.filter((one) => one.board !== board)
      held.sessions.set(hash, { ...session, members: [...others, { board, member }] })
    }),
  touchSession: (hash, expiresAt) => run(() => touch(held, hash, expiresAt)),
  endSession: (hash) => run(() => void held.sessions.delete(hash)),
  visits: (board) => run(() => [...(held.boards.get(board)?.visits.values() ?? [])]),
  setVisit: (board, visit) => run(() => void mustBe(held, board).visits.set(visit.member, kept(visit))),
})

function findLink(held: Held, board: BoardId, hash: string): Link | null {
  const invite = held.boards.get(board)?.invites.get(hash)
  if (invite) return { is: 'invite', invite: invite.invite, password: invite.password ?? null }
  const links = held.returnLinks.get(board) ?? []
  for (const [member, link] of links) if (link === hash) return { is: 'return', member }
  return null
}

function setReturnLink(held: Held, board: BoardId, member: MemberId, hash: string): void {
  const links = held.returnLinks.get(board) ?? new Map<MemberId, string>()
  for (const [other, link] of links)
    if (link === hash && other !== member) throw conflict('this link is taken')
  held.returnLinks.set(board, links.set(member, hash))
}

function touch(held: Held, hash: string, expiresAt: SessionRow['expiresAt']): void {
  const session = held.sessions.get(hash)
  if (session) held.sessions.set(hash, { ...session, expiresAt })
}
