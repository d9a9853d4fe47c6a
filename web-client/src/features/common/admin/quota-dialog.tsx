import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { NumberField } from '@/shared/ui/fields';
import { admin, type StorageRow } from './api';

const MEGABYTE = 1024 * 1024;
const MOST = 10_000_000;

type Props = {
  /** Closed when absent. */
  edited: StorageRow | undefined;
  /** Bytes that an organization has where nothing else was said. */
  common: number | undefined;
  onClose: () => void;
};

/** How much room one organization has. */
export function QuotaDialog({ edited, common, onClose }: Props) {
  const { t } = useTranslation('admin');
  const format = useFormat();
  const isWhole = (value: unknown) => {
    const number = parseNumber(String(value ?? ''));
    return number === null || (Number.isInteger(number) && number! >= 0 && number! <= MOST) || t('storage.quota.whole');
  };
  return (
    <CommandDialog<{ megabytes: string }>
      opened={edited !== undefined}
      onClose={onClose}
      title={t('storage.quota.title', { name: edited?.name ?? '' })}
      submitLabel={t('storage.quota.save')}
      defaults={{ megabytes: edited?.ownLimit != null ? String(Math.round(edited.ownLimit / MEGABYTE)) : '' }}
      refresh={['storage']}
      onSend={({ megabytes }) => (edited ? admin.setQuota(edited.organizationId, parseNumber(megabytes) ?? null) : Promise.resolve())}
    >
      {({ control }) => (
        <NumberField
          control={control}
          name="megabytes"
          label={t('storage.quota.megabytes')}
          hint={common === undefined ? '' : t('storage.quota.hint', { limit: format.size(common) })}
          checks={{ isWhole }}
        />
      )}
    </CommandDialog>
  );
}
