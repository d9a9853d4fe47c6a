import { useTranslation } from 'react-i18next';
import { regionName, regions } from '@/shared/geo/regions';
import { OrganizationField } from '@/shared/organizations/organization-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextField } from '@/shared/ui/fields';
import { admin, type Registered } from './api';

type Props = { opened: boolean; onClose: () => void; onMade: (system: Registered) => void };
type Values = { name: string; regionCode: string; organizationId: string };

/** Connects a system that exchanges data for one organization or one region. */
export function SystemDialog({ opened, onClose, onMade }: Props) {
  const { t, i18n } = useTranslation('admin');
  const choices = regions.map((region) => ({ value: region.iso, label: regionName(region, i18n.language) }));
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('service.register')}
      submitLabel={t('service.register')}
      defaults={{ name: '', regionCode: '', organizationId: '' }}
      refresh={admin.systems().queryKey}
      onSend={async ({ name, regionCode, organizationId }, header) =>
        onMade(await admin.registerSystem(organizationId ? { name, organizationId } : { name, regionCode }, header))
      }
    >
      {({ control, getValues }) => (
        <>
          <TextField control={control} name="name" required label={t('service.name')} maxLength={200} />
          <OrganizationField control={control} name="organizationId" label={t('service.organization')} hint={t('service.organizationHint')} />
          <SelectField
            control={control}
            name="regionCode"
            label={t('service.region')}
            empty=""
            options={choices}
            checks={{ onePlace: (value: unknown) => Boolean(value) !== Boolean(getValues('organizationId')) || t('service.onePlace') }}
          />
        </>
      )}
    </CommandDialog>
  );
}
