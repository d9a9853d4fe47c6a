import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { refreshPrograms } from './api';
import { planActs } from './plan-acts';
import type { Program } from './types';

type Props = { program: Program; opened: boolean; onClose: () => void };
type Values = { personId: string; reason: string };

/** Somebody who has left works here again: everybody who stays signs, and whoever comes back consents anew. */
export function ReturnDialog({ program, opened, onClose }: Props) {
  const { t } = useTranslation('programs');
  const { id, version } = program;
  const gone = program.participants.filter(({ leftOn }) => leftOn);
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('versions.return')}
      submitLabel={t('versions.propose')}
      defaults={{ personId: gone[0]?.personId ?? '', reason: '' }}
      refresh={refreshPrograms}
      onSend={({ personId, reason }) =>
        planActs.replace(id, { version, leavingId: personId, incomingId: personId, reason: reason.trim() })
      }
    >
      {({ control }) => (
        <>
          <Text>{t('versions.returnText')}</Text>
          <SelectField
            control={control}
            name="personId"
            label={t('versions.returning')}
            options={gone.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <TextAreaField control={control} name="reason" label={t('versions.why')} required maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
