import { useApi } from '../hooks/useApi.ts'
import { useBoard } from '../hooks/useBoard.ts'
import { useFetched } from '../hooks/useFetched.ts'
import { useText } from '../hooks/useText.ts'
import { languageTag } from '../../shared/locale.ts'
import { TextField } from '../ui/TextField.tsx'
import type { SettingsDraft } from './draft.ts'

interface Props {
  readonly typed: SettingsDraft['variables']
  readonly onChange: (variables: SettingsDraft['variables']) => void
  readonly errorOf: (field: string) => string | undefined
}

/** The plan's own words in the questions of its process, with what the process suggests. */
export const VariableFields = ({ typed, onChange, errorOf }: Props) => {
  const t = useText()
  const api = useApi()
  const { board } = useBoard()
  // Without them everything can still be typed.
  const [templates] = useFetched(api.templates)
  const template = templates.is === 'ok' ? templates.value.find(({ id }) => id === board.template) : undefined
  return Object.entries(board.variables).map(([name, words]) => (
    <TextField
      key={name}
      label={variableLabel(t, name)}
      hint={t('settings.variableHint')}
      lang={languageTag[board.language]}
      value={typed[name] ?? words}
      suggestions={template?.variables?.[name]?.suggestions ?? []}
      onChange={(value) => onChange({ ...typed, [name]: value })}
      error={errorOf(`variable:${name}`)}
    />
  ))
}

/** A process of one's own may have any. */
export const variableLabel = (t: ReturnType<typeof useText>, name: string): string =>
  name === 'initiativeName' ? t('settings.initiativeName') : t('settings.variable', { name })
