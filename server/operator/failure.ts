import type { MessageValues, ServerKey } from '../../shared/messages/format.ts'
import type { BadValue, Config } from '../config.ts'
import { StorageError } from '../storage/storage.ts'

/** Why the server does not start, as one sentence of the operator's catalogue. */
export class StartFailure extends Error {
  override name = 'StartFailure'
  readonly key: OperatorKey
  readonly values: MessageValues
  constructor(key: OperatorKey, values: MessageValues = {}, cause?: unknown) {
    super(key, { cause })
    this.key = key
    this.values = values
  }
}

type OperatorKey = Extract<ServerKey, `operator.${string}`>

const badValues: Readonly<Record<BadValue['name'], OperatorKey>> = {
  HOST: 'operator.badHost',
  PORT: 'operator.badPort',
  DATA_DIR: 'operator.badDataDir',
  PUBLIC_URL: 'operator.badPublicUrl',
  WHO_MAY_CREATE: 'operator.badWhoMayCreate',
  LOG_LEVEL: 'operator.badLogLevel',
  TRUST_PROXY: 'operator.badTrustProxy',
  MIN_FREE_MB: 'operator.badMinFree',
  CONTACT: 'operator.badContact',
}

export const badValueFailure = ({ name, value }: BadValue): StartFailure =>
  value === '' ? new StartFailure('operator.noPublicUrl') : new StartFailure(badValues[name], { value })

/** The sentence for whatever a start ran into. */
export const startFailureOf = (
  error: unknown,
  config: Pick<Config, 'host' | 'port' | 'dataDir'>,
): StartFailure => {
  if (error instanceof StartFailure) return error
  if (error instanceof StorageError) return storageFailure(error, config.dataDir)
  const { host, port } = config
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartFailure('operator.portInUse', { port: String(port) }, error)
    case 'EACCES':
      return new StartFailure('operator.portForbidden', { port: String(port) }, error)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFailure('operator.hostNotHere', { host }, error)
    default:
      return new StartFailure('operator.unexpected', { detail: firstLine(error) }, error)
  }
}

const storageFailure = (error: StorageError, folder: string): StartFailure => {
  const file = error.file ?? folder
  switch (error.code) {
    case 'inUse':
      return new StartFailure('operator.folderInUse', { folder }, error)
    case 'notWritable':
      return new StartFailure('operator.folderNotWritable', { path: file }, error)
    case 'full':
      return new StartFailure('operator.diskFull', { folder }, error)
    case 'corrupt':
      return new StartFailure('operator.corrupt', { file }, error)
    case 'badWorkspace':
      return new StartFailure('operator.badWorkspace', { file }, error)
    case 'newerFormat':
      return new StartFailure('operator.newerFormat', { file }, error)
    default:
      return new StartFailure('operator.unexpected', { detail: firstLine(error) }, error)
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

export const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
