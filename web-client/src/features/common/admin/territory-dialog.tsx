import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextField } from '@/shared/ui/fields';
import { admin } from './api';

type Props = {
  opened: boolean;
  parent: { code: string; name: string };
  /** Regions have one. */
  needsTimeZone: boolean;
  onClose: () => void;
};

type Values = { code: string; nameRu: string; nameEn: string; timeZone: string };

export function TerritoryDialog({ opened, parent, needsTimeZone, onClose }: Props) {
  const { t } = useTranslation('admin');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('territory.add')}
      submitLabel={t('territory.add')}
      defaults={{ code: '', nameRu: '', nameEn: '', timeZone: '' }}
      refresh={admin.territories(parent.code).queryKey}
      onSend={({ timeZone, ...values }, header) =>
        admin.addTerritory({ ...values, parentCode: parent.code, ...(timeZone ? { timeZone } : {}) }, header)
      }
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('territory.inside', { name: parent.name })}
          </Text>
          <TextField control={control} name="code" required label={t('territory.code')} hint={t('territory.codeHint')} />
          <TextField control={control} name="nameRu" required label={t('nameRu')} maxLength={200} />
          <TextField control={control} name="nameEn" required label={t('nameEn')} maxLength={200} />
          {needsTimeZone && (
            <TextField control={control} name="timeZone" required label={t('territory.timeZone')} hint={t('territory.timeZoneHint')} />
          )}
        </>
      )}
    </CommandDialog>
  );
}
