import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en/index.ts'
import { translator } from '../../shared/messages/format.ts'
import { apiOf } from '../../client/live/api.ts'
import { aMember, boardId } from '../support/board.ts'

const text = translator('en', en)

/** A server that gives one answer, and what it was asked. */
const server = (answer: () => Response | Promise<Response>) => {
  const asked: { url: string; init: RequestInit }[] = []
  const api = apiOf({
    fetch: async (url, init = {}) => {
      asked.push({ url, init })
      return answer()
    },
    locale: () => 'nb',
    text: () => text,
  })
  return { api, asked }
}

const refusal = (code: string, status: number, more: object = {}, headers: HeadersInit = {}) =>
  Response.json({ refusal: { code, message: `words for ${code}` }, ...more }, { status, headers })

const joined = { board: boardId(), member: aMember('ada'), returnLink: 'https://plan.test/join/b#s' }

describe('a question to the server', () => {
  it('CL50 is asked in the page’s language', async () => {
    const { api, asked } = server(() => Response.json([]))
    await api.templates()
    expect(new Headers(asked[0]?.init.headers).get('accept-language')).toBe('nb-NO')
  })

  it('CL50 gives the answer, without what this page does not know', async () => {
    const { api, asked } = server(() => Response.json({ ...joined, brandNew: 1 }))
    expect(await api.join(boardId(), { secret: 's', name: 'Ada' })).toEqual({ is: 'ok', value: joined })
    expect(asked[0]).toMatchObject({ url: `/api/boards/${boardId()}/join`, init: { method: 'POST' } })
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual({ secret: 's', name: 'Ada' })
  })

  it('CL51 gives a refusal in the server’s words', async () => {
    const invitation = { title: 'Planen', role: 'editor' }
    const { api } = server(() => refusal('nameNeeded', 422, { invitation }))
    expect(await api.join('b', { secret: 's' })).toEqual({
      is: 'refused',
      code: 'nameNeeded',
      message: 'words for nameNeeded',
      invitation,
    })
  })

  it('CL51 of whoever is signed in nowhere has no plans for an answer', async () => {
    const { api, asked } = server(() => Response.json({ signedIn: false }))
    expect(await api.myBoards()).toEqual({ is: 'ok', value: [] })
    expect(asked.map(({ url }) => url)).toEqual(['/api/session'])
  })

  it('CL51 of whoever is signed out in between has no plans for an answer either', async () => {
    const answers = [Response.json({ signedIn: true }), refusal('notSignedIn', 401)]
    const { api } = server(() => answers.shift()!)
    expect(await api.myBoards()).toEqual({ is: 'ok', value: [] })
  })

  it.each([
    ['a dead network', () => Promise.reject(new TypeError('failed to fetch')), text('common.noAnswer'), true],
    [
      'a proxy’s own page',
      () => new Response('<h1>Bad gateway</h1>', { status: 502 }),
      text('common.ourFault'),
      true,
    ],
    ['an answer of another shape', () => Response.json({ odd: 1 }), text('common.ourFault'), false],
    ['a full disk', () => refusal('notSaved', 503), 'words for notSaved', false],
    ['a restart', () => refusal('closing', 503), 'words for closing', true],
  ])('CL52 fails in plain words at %s', async (_, answer, message, again) => {
    const { api } = server(answer)
    expect(await api.versions('b')).toEqual({ is: 'failed', message, again })
  })

  it('CL52 says how long to wait when it was asked too often', async () => {
    const { api } = server(() => refusal('tooManyJoins', 429, {}, { 'retry-after': '7' }))
    expect(await api.join('b', { secret: 's' })).toMatchObject({ is: 'failed', again: true, waitSeconds: 7 })
  })
})
