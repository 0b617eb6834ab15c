import { afterEach, beforeEach, expect, it } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import { openOffice } from '../support/live.ts'
import { holdTime, openPage, releaseTime, settle } from '../support/page.ts'

beforeEach(() => holdTime())
afterEach(() => releaseTime())

it('DK9 the page knows that the server’s disk is nearly full, and when there is space again', async () => {
  const disk = { free: 1000 }
  const office = await openOffice({ storage: createMemory({ space: () => disk.free }), minFree: 100 })
  const page = await openPage(office, await office.join('Ada', 'editor'))
  page.room()
  await settle(office.clock, page)
  expect(page.session.isFull.get()).toBe(false)
  disk.free = 10
  await office.hub.space.look()
  await settle(office.clock, page)
  expect(page.session.isFull.get()).toBe(true)
  disk.free = 1000
  await office.hub.space.look()
  await settle(office.clock, page)
  expect(page.session.isFull.get()).toBe(false)
})
