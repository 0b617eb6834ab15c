import * as z from 'zod/mini'
import type { BoardId } from '../../../shared/ids.ts'
import { BoardId as Board, InviteId, MemberId } from '../../../shared/ids.ts'
import { conflict } from '../commit.ts'
import type { Link, SessionRow } from '../storage.ts'
import type { Database } from './database.ts'

/* Links and sessions. */

export interface ReturnLink {
  readonly board: BoardId
  readonly member: MemberId
  readonly hash: string
  readonly at: string
}

export interface Joining {
  readonly hash: string
  readonly board: BoardId
  readonly member: MemberId
}

const Invite = z.object({ invite: InviteId, password: z.nullable(z.string()) })
const Return = z.object({ member: MemberId })
const Session = z.object({ kind: z.enum(['cookie', 'token']), expires_at: z.string() })
const SessionMember = z.object({ board: Board, member: MemberId })

export const peopleReads = (db: Database) => ({
  findLink: ({ board, hash }: { readonly board: BoardId; readonly hash: string }): Link | null => {
    const invite = db
      .sql('SELECT invite, password FROM invites WHERE board = ? AND hash = ?')
      .get(board, hash)
    if (invite) return { is: 'invite', ...Invite.parse(invite) }
    const link = db.sql('SELECT member FROM return_links WHERE board = ? AND hash = ?').get(board, hash)
    return link ? { is: 'return', ...Return.parse(link) } : null
  },
  findSession: ({ hash, now }: { readonly hash: string; readonly now: string }): SessionRow | null => {
    const row = db.sql('SELECT kind, expires_at FROM sessions WHERE hash = ?').get(hash)
    if (!row) return null
    const { kind, expires_at: expiresAt } = Session.parse(row)
    if (Date.parse(expiresAt) <= Date.parse(now)) return null
    const members = db.sql('SELECT board, member FROM session_members WHERE session = ?').all(hash)
    return { hash, kind, expiresAt, members: members.map((one) => SessionMember.parse(one)) }
  },
})

export const peopleWrites = (db: Database) => ({
  setReturnLink: ({ board, member, hash, at }: ReturnLink): void => {
    db.sql(
      `INSERT INTO return_links (board, member, hash, at) VALUES (?, ?, ?, ?)
       ON CONFLICT (board, member) DO UPDATE SET hash = excluded.hash, at = excluded.at`,
    ).run(board, member, hash, at)
  },
  startSession: ({ hash, kind, expiresAt, members }: SessionRow): void => {
    db.sql('INSERT INTO sessions (hash, kind, expires_at) VALUES (?, ?, ?)').run(hash, kind, expiresAt)
    for (const { board, member } of members) join(db, { hash, board, member })
  },
  joinSession: (joining: Joining): void => {
    if (!db.sql('SELECT 1 FROM sessions WHERE hash = ?').get(joining.hash))
      throw conflict('there is no such session')
    join(db, joining)
  },
  touchSession: ({ hash, expiresAt }: { readonly hash: string; readonly expiresAt: string }): void => {
    db.sql('UPDATE sessions SET expires_at = ? WHERE hash = ?').run(expiresAt, hash)
  },
  endSession: (hash: string): void => {
    db.sql('DELETE FROM sessions WHERE hash = ?').run(hash)
  },
})

function join(db: Database, { hash, board, member }: Joining): void {
  db.sql(
    `INSERT INTO session_members (session, board, member) VALUES (?, ?, ?)
     ON CONFLICT (session, board) DO UPDATE SET member = excluded.member`,
  ).run(hash, board, member)
}
