import { vi } from 'vitest'
import { createMemory } from '../../server/storage/memory.ts'
import { aFolder, openFolder } from '../support/storage.ts'
import { storageContract } from './storage.contract.ts'

// Every test starts threads or processes of its own, which takes its time on a machine that does other things too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

storageContract('memory', async () => createMemory())
storageContract('embedded', () => openFolder(aFolder()))
