import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addressOf, createTrusts } from '../../server/people/address.ts'
import { bearerToken, cookieName, createIdentify } from '../../server/people/identity.ts'
import { createLimit, networkOf } from '../../server/people/limits.ts'
import { hashOf, joinLink, newSecret } from '../../server/people/links.ts'
import { createOriginAllowed } from '../../server/people/origin.ts'
import { createPeople } from '../../server/people/people.ts'
import { createSessions, sessionLength } from '../../server/people/sessions.ts'
import { boardFor, eventsFor } from '../../server/people/visible.ts'
import { createVisitorOf } from '../../server/people/visitor.ts'
import { createMemory } from '../../server/storage/memory.ts'
import { Secret } from '../../shared/ids.ts'
import { aFullMeeting, aMeeting, boardId, created, inviteId, memberId, aMember } from '../support/board.ts'
import { fakeClock } from '../support/clock.ts'
import { seeded } from '../support/random.ts'

const day = 24 * 60 * 60 * 1000

const office = async () => {
  const clock = fakeClock()
  const store = createMemory().people
  const sessions = createSessions(store, clock.now, seeded(7).bytes)
  const { secret } = await sessions.start('cookie', boardId(), memberId('faye'))
  const { secret: token } = await sessions.start('token', boardId(), memberId('ed'))
  return { clock, store, sessions, secret, token }
}

describe('secrets', () => {
  test('PE1 a secret has 256 random bits and never the same twice', () => {
    const random = seeded(1).bytes
    const secrets = Array.from({ length: 100 }, () => newSecret(random))
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(new Set(secrets).size).toBe(100)
  })

  test('PE1 what is kept of a secret is its SHA-256', () => {
    expect(hashOf('abc')).toBe(createHash('sha256').update('abc').digest('hex'))
  })

  test('PE2 a link carries its secret behind the #, where no server sees it', () => {
    const secret = Secret.parse('s'.repeat(32))
    const url = new URL(joinLink('https://plan.example.org', boardId(), secret))
    expect(url.pathname).toBe(`/join/${boardId()}`)
    expect(url.hash).toBe(`#${secret}`)
    expect(url.href.replace(url.hash, '')).not.toContain(secret)
  })
})

describe('sessions', () => {
  test('PE3 the storage never holds the secret itself', async () => {
    const { store, clock, secret } = await office()
    const now = new Date(clock.now()).toISOString()
    expect(await store.findSession(secret, now)).toBeNull()
    expect(await store.findSession(hashOf(secret), now)).toMatchObject({ hash: hashOf(secret) })
  })

  test('PE4 a session ends 90 days after it was last prolonged', async () => {
    const { clock, sessions, secret } = await office()
    clock.advance(sessionLength - 1)
    const found = await sessions.find(secret)
    expect(found).not.toBeNull()
    expect(await sessions.prolong(found!)).toBe(true)
    clock.advance(sessionLength - 1)
    expect(await sessions.find(secret)).not.toBeNull()
    clock.advance(1)
    expect(await sessions.find(secret)).toBeNull()
  })

  test('PE4 a session in use is prolonged at most once a day', async () => {
    const { clock, sessions, secret } = await office()
    clock.advance(day - 1000)
    expect(await sessions.prolong((await sessions.find(secret))!)).toBe(false)
    clock.advance(2000)
    expect(await sessions.prolong((await sessions.find(secret))!)).toBe(true)
    expect(await sessions.prolong((await sessions.find(secret))!)).toBe(false)
  })

  test('PE5 an ended session opens nothing', async () => {
    const { sessions, secret } = await office()
    await sessions.end(hashOf(secret))
    expect(await sessions.find(secret)).toBeNull()
  })
})

describe('who is calling', () => {
  const callers = async () => {
    const { sessions, secret, token } = await office()
    return { identify: createIdentify(sessions, false), secret, token }
  }

  test('PE6 a cookie stands for its member, on the board where they are one', async () => {
    const { identify, secret } = await callers()
    const identity = await identify({ headers: { cookie: `other=1; sid=${secret}` } })
    if (identity.is !== 'session') throw new Error('nobody')
    expect(identity.kind).toBe('cookie')
    expect(identity.memberOn(boardId())).toBe(memberId('faye'))
    expect(identity.memberOn(boardId('another'))).toBeNull()
  })

  test('PE6 a bearer token counts before a cookie', async () => {
    const { identify, secret, token } = await callers()
    const identity = await identify({
      headers: { cookie: `sid=${secret}`, authorization: `Bearer ${token}` },
    })
    expect(identity.is === 'session' && identity.memberOn(boardId())).toBe(memberId('ed'))
    const wrong = await identify({ headers: { cookie: `sid=${secret}`, authorization: 'Bearer x' } })
    expect(wrong.is).toBe('nobody')
  })

  test('PE7 a cookie is no token and a token is no cookie', async () => {
    const { identify, secret, token } = await callers()
    expect(await identify({ headers: { authorization: `Bearer ${secret}` } })).toEqual({ is: 'nobody' })
    expect(await identify({ headers: { cookie: `sid=${token}` } })).toEqual({ is: 'nobody' })
  })

  test.each([
    {},
    { cookie: '' },
    { cookie: 'sid=' },
    { cookie: 'sid=%' },
    { cookie: ';;=;' },
    { authorization: 'Basic eA==' },
  ])('PE7 %j is nobody', async (headers) => {
    const { identify } = await callers()
    expect(await identify({ headers })).toEqual({ is: 'nobody' })
  })

  test('PE8 over https the cookie’s name keeps other hosts and plain http from setting it', async () => {
    const { sessions, secret } = await office()
    expect(cookieName(true)).toBe('__Host-sid')
    const identify = createIdentify(sessions, true)
    expect((await identify({ headers: { cookie: `sid=${secret}` } })).is).toBe('nobody')
    expect((await identify({ headers: { cookie: `__Host-sid=${secret}` } })).is).toBe('session')
  })

  test('PE8 the word Bearer is read in any case, and only in its place', () => {
    expect(bearerToken({ authorization: 'bearer abc' })).toBe('abc')
    expect(bearerToken({ authorization: 'Bearer' })).toBeNull()
    expect(bearerToken({ authorization: 'Bearer a b' })).toBeNull()
  })
})

describe('where a request comes from', () => {
  const allowed = createOriginAllowed(() => ['https://plan.example.org'])
  const foreign = [
    'https://evil.example',
    'null',
    'http://plan.example.org',
    'https://plan.example.org.evil.example',
    'https://plan.example.org:8443',
    'https://PLAN.example.org',
  ]

  test.each(foreign)('PE9 Origin %s is refused, over HTTP and for sockets, with a token too', (origin) => {
    for (const kind of ['http', 'socket'] as const) {
      expect(allowed({ origin }, kind)).toBe(false)
      expect(allowed({ origin, authorization: 'Bearer x' }, kind)).toBe(false)
    }
  })

  test('PE9 our own Origin is taken', () => {
    for (const kind of ['http', 'socket'] as const)
      expect(allowed({ origin: 'https://plan.example.org' }, kind)).toBe(true)
  })

  test('PE10 without an Origin HTTP passes, a socket only with a token', () => {
    expect(allowed({}, 'http')).toBe(true)
    expect(allowed({}, 'socket')).toBe(false)
    expect(allowed({ cookie: 'sid=x' }, 'socket')).toBe(false)
    expect(allowed({ authorization: 'Bearer x' }, 'socket')).toBe(true)
  })

  test('PE10 what the browser itself calls cross-site is refused', () => {
    expect(allowed({ 'sec-fetch-site': 'cross-site' }, 'http')).toBe(false)
    expect(allowed({ 'sec-fetch-site': 'same-origin' }, 'http')).toBe(true)
  })

  test('PE11 an upgrade is told apart: foreign page, nobody, person', async () => {
    const { store, clock, secret } = await office()
    const origins = () => ['http://127.0.0.1:4400']
    const people = createPeople({ store, now: clock.now, random: seeded(1).bytes, secure: false, origins })
    const visitorOf = createVisitorOf(people)
    const origin = 'http://127.0.0.1:4400'
    const cookie = `sid=${secret}`
    expect(await visitorOf({ headers: { origin: 'https://evil.example', cookie } })).toEqual({
      is: 'foreignOrigin',
    })
    expect(await visitorOf({ headers: { cookie } })).toEqual({ is: 'foreignOrigin' })
    expect(await visitorOf({ headers: { origin } })).toEqual({ is: 'nobody' })
    const person = await visitorOf({ headers: { origin, cookie } })
    expect(person).toMatchObject({ is: 'person', session: hashOf(secret) })
    expect(person.is === 'person' && person.memberOn(boardId())).toBe(memberId('faye'))
  })
})

describe('limits', () => {
  test('PE12 what is within the limit passes, the next one is told how long to wait', () => {
    const clock = fakeClock()
    const limit = createLimit(3, 60_000, clock.now)
    expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 0])
    clock.advance(18_500)
    expect(limit.take('a')).toBe(42)
    expect(limit.take('b')).toBe(0)
  })

  test('PE12 the next window starts from nothing', () => {
    const clock = fakeClock()
    const limit = createLimit(1, 1000, clock.now)
    limit.take('a')
    expect(limit.take('a')).toBe(1)
    clock.advance(1000)
    expect(limit.take('a')).toBe(0)
  })

  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::9', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['2001:0DB8:0001:0:ffff::1', '2001:db8:1:0'],
  ])('PE13 %s counts as %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('addresses', () => {
  const from = (remoteAddress: string, forwarded?: string) => ({
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
    socket: { remoteAddress },
  })

  test('PE14 a stranger’s word about who they are is not taken', () => {
    const trusts = createTrusts([])
    expect(addressOf(from('198.51.100.4', '127.0.0.1'), trusts)).toBe('198.51.100.4')
  })

  test('PE14 a trusted proxy’s word is taken, and only as far as the chain is trusted', () => {
    const trusts = createTrusts(['10.0.0.0/8', 'loopback', '::1'])
    expect(addressOf(from('10.0.0.1', '203.0.113.9'), trusts)).toBe('203.0.113.9')
    expect(addressOf(from('10.0.0.1', '127.0.0.1, 203.0.113.9, 10.2.3.4'), trusts)).toBe('203.0.113.9')
    expect(addressOf(from('::1', '2001:db8::1'), trusts)).toBe('2001:db8::1')
    expect(addressOf(from('10.0.0.1'), trusts)).toBe('10.0.0.1')
    expect(addressOf(from('10.0.0.1', 'nonsense'), trusts)).toBe('nonsense')
  })
})

describe('what a member sees', () => {
  const invited = () => {
    const invite = {
      id: inviteId('i'),
      role: 'editor',
      createdAt: created().at,
      by: memberId('faye'),
    } as const
    const meeting = aMeeting(created({ invites: [invite] }))
    meeting.happen({ type: 'invite.created', invite: { ...invite, id: inviteId('j') } }, memberId('faye'))
    meeting.join('rita', 'reader')
    return meeting
  }

  test('PE15 links that lead in are for facilitators', () => {
    const { board, log } = invited()
    expect(boardFor(aMember('faye', 'facilitator'), board).invites).toHaveLength(2)
    expect(eventsFor(aMember('faye', 'facilitator'), log)).toEqual(log)
    for (const role of ['editor', 'commenter', 'reader'] as const) {
      expect(boardFor(aMember('x', role), board)).toEqual({ ...board, invites: [] })
      expect(JSON.stringify(eventsFor(aMember('x', role), log))).not.toContain(inviteId('j'))
    }
  })

  test('PE15 everybody sees everybody’s name', () => {
    const { board } = aFullMeeting()
    expect(boardFor(aMember('rita', 'reader'), board).members.map(({ name }) => name)).toEqual([
      'faye',
      'ed',
      'cora',
      'rita',
    ])
  })
})
