import { Button } from '../../ui/Button.tsx'
import { AddIcon } from '../../ui/icons.ts'
import { useForm } from './useForm.ts'

interface Props {
  /** What the list is called. */
  readonly label: string
  readonly onAdd: () => void
}

/** Adds an entry at the end of a list. Found by `data-add`. */
export const AddEntry = ({ label, onAdd }: Props) => {
  const { t } = useForm().telling
  return (
    <span>
      <Button kind="quiet" icon={AddIcon} data-add aria-label={`${t('addEntry')}: ${label}`} onPress={onAdd}>
        {t('addEntry')}
      </Button>
    </span>
  )
}
