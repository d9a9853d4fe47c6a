import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, TextAreaField } from '@/shared/ui/fields';
import { refreshPrograms } from './api';
import { planActs } from './plan-acts';
import type { Program } from './types';

type Props = { program: Program; opened: boolean; onClose: () => void };

/** A later last day: everybody signs, since it is among what they consented to. */
export function ExtendDialog({ program: { id, version, endsOn: last }, opened, onClose }: Props) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  return (
    <CommandDialog
      opened={opened}
      onClose={onClose}
      title={t('versions.extend')}
      submitLabel={t('versions.propose')}
      defaults={{ endsOn: '', reason: '' }}
      refresh={refreshPrograms}
      onSend={({ endsOn, reason }) => planActs.extend(id, { version, endsOn, reason: reason.trim() })}
    >
      {({ control }) => (
        <>
          <Text>{t('versions.extendText', { date: format.date(last, 'long') })}</Text>
          <DateField
            control={control}
            name="endsOn"
            label={t('versions.newEnd')}
            required
            checks={{ later: (value) => !value || String(value) > last || t('versions.notLater') }}
          />
          <TextAreaField control={control} name="reason" label={t('versions.why')} required maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
