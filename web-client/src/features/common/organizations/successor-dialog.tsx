import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextField } from '@/shared/ui/fields';
import { correctSuccessor, type Correction } from './acts';
import { organizations, type OrganizationRecord } from './api';
import { SuccessorsField } from './successors-field';

type Props = { organization: OrganizationRecord; opened: boolean; onClose: () => void };

/** The register closes an organization and names no successor; whoever knows says who it is. */
export function SuccessorDialog({ organization, opened, onClose }: Props) {
  const { t } = useTranslation('organizations');
  return (
    <CommandDialog<Correction>
      opened={opened}
      title={t('correct.title')}
      onClose={onClose}
      defaults={{ successorIds: [], basis: '' }}
      fields={['successorIds', 'basis']}
      submitLabel={t('life.save')}
      onSend={(correction, header) => correctSuccessor(organization, correction, header)}
      refresh={organizations.all()}
    >
      {({ control }) => (
        <>
          <SuccessorsField control={control} label={t('life.successor')} required={false} most={1} except={organization.id} />
          <Text size="sm" c="dimmed">
            {t('correct.hint')}
          </Text>
          <TextField control={control} name="basis" label={t('life.basis')} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
}
