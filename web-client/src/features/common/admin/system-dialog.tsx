import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { regionName, regions } from '@/shared/geo/regions';
import { organizations } from '@/shared/organizations/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextField, useField } from '@/shared/ui/fields';
import { admin, type Registered } from './api';

type Props = { opened: boolean; onClose: () => void; onMade: (system: Registered) => void };
type Values = { name: string; regionCode: string; organizationId: string };

const TYPING_PAUSE = 250;

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
          <OrganizationField control={control} />
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

function OrganizationField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('admin');
  const { field, shared } = useField({ control, name: 'organizationId', label: t('service.organization'), hint: t('service.organizationHint') });
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE);
  const { data = [], isFetching } = useQuery({ ...organizations.like(asked), placeholderData: keepPreviousData });
  return (
    <Select
      {...shared}
      searchable
      clearable
      data={data.map(({ id, nameShort }) => ({ value: id, label: nameShort }))}
      // The server searches, so every option that came fits.
      filter={({ options }) => options}
      nothingFoundMessage={t(isFetching ? 'service.searching' : 'service.nobody')}
      value={field.value || null}
      searchValue={typed}
      onSearchChange={setTyped}
      onBlur={field.onBlur}
      onChange={(id) => field.onChange(id ?? '')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
