import { expect, test } from 'vitest'
import { openService } from '../support/service.ts'

test('AB1 anyone may ask who runs the service and where to tell of barriers', async () => {
  await using service = await openService({ config: { contact: 'help@almsjo.example.org' } })
  await service.storage.workspace.write((workspace) => ({ ...workspace, organisation: 'Almsjö kommun' }))
  const reply = await service.visitor().get('/api/about')
  expect(reply.statusCode).toBe(200)
  expect(reply.json()).toEqual({ organisation: 'Almsjö kommun', contact: 'help@almsjo.example.org' })
})

test('AB1 what was not set is said to be nothing', async () => {
  await using service = await openService()
  expect((await service.visitor().get('/api/about')).json()).toEqual({ organisation: null, contact: null })
})
