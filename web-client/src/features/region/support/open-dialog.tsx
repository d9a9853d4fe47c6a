import { useEffect } from 'react';
import { Checkbox, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useController, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextField, useField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { MultiSelect } from '@/shared/ui/multi-select';
import { supportActs } from './acts';
import { support } from './api';

type Whom = 'all' | 'chosen';
export type OpenValues = {
  territoryCode: string;
  whom: Whom;
  organizationIds: string[];
  services: string[];
  agreement: string;
  startsOn: string;
  endsOn: string;
  skipExisting: boolean;
};
const blank: OpenValues = {
  territoryCode: '',
  whom: 'all',
  organizationIds: [],
  services: [],
  agreement: '',
  startsOn: '',
  endsOn: '',
  skipExisting: true,
};

type Props = { organizationId: string; region: string; opened: boolean; onClose: () => void };

/** One agreement, many organizations and services at once. */
export function OpenDialog({ organizationId, region, opened, onClose }: Props) {
  const { t } = useTranslation('support');
  return (
    <CommandDialog<OpenValues>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('open.title')}
      submitLabel={t('open.send')}
      defaults={blank}
      refresh={support.all}
      onSend={({ whom, territoryCode, organizationIds, endsOn, agreement, ...rest }, header) =>
        supportActs.open(
          organizationId,
          {
            ...rest,
            agreement: agreement.trim(),
            endsOn: endAfter(endsOn),
            ...(whom === 'all' ? { territoryCode, organizationIds: null } : { territoryCode: null, organizationIds }),
          },
          header,
        )
      }
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('open.about')}
          </Text>
          <MunicipalityField control={control} region={region} />
          <WhomField control={control} except={organizationId} />
          <DictionaryListField control={control} name="services" dictionary="support-service" required label={t('open.services')} />
          <TextField control={control} name="agreement" required label={t('agreement')} hint={t('open.agreementHint')} maxLength={500} />
          <Days control={control} />
          <SkipField control={control} />
        </>
      )}
    </CommandDialog>
  );
}

type Inner = { control: Control<OpenValues> };

function Days({ control }: Inner) {
  const { t } = useTranslation('support');
  return (
    <Group grow align="start" gap="sm" preventGrowOverflow={false}>
      <DateField control={control} name="startsOn" required label={t('open.startsOn')} />
      <DateField control={control} name="endsOn" label={t('open.endsOn')} hint={t('open.endsOnHint')} />
    </Group>
  );
}

function MunicipalityField({ control, region }: Inner & { region: string }) {
  const { t } = useTranslation('support');
  const { language } = useFormat();
  const { data = [] } = useQuery({ ...territoriesIn(region), enabled: region !== '' });
  return (
    <SelectField
      control={control}
      name="territoryCode"
      required
      label={t('municipality')}
      empty={t('open.choose')}
      options={data.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn }))}
    />
  );
}

/** All of the municipality, or those that are picked in it. */
function WhomField({ control, except }: Inner & { except: string }) {
  const { t } = useTranslation('support');
  const [territory, whom] = useWatch({ control, name: ['territoryCode', 'whom'] });
  return (
    <>
      <SelectField
        control={control}
        name="whom"
        label={t('open.whom')}
        options={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`open.whomOf.${value}`) }))}
      />
      {whom === 'chosen' && <Picked control={control} territory={territory} except={except} />}
    </>
  );
}

function Picked({ control, territory, except }: Inner & { territory: string; except: string }) {
  const { t } = useTranslation('support');
  const { field, shared } = useField({ control, name: 'organizationIds', required: true, label: t('open.organizations') });
  const { data = [] } = useQuery({ ...support.schoolsIn(territory), enabled: territory !== '' });
  const { onChange } = field;
  // What was picked in one municipality is not meant in the next.
  useEffect(() => {
    onChange([]);
  }, [territory, onChange]);
  const options = data.filter(({ id }) => id !== except).map(({ id, nameShort }) => ({ value: id, label: nameShort }));
  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={options}
      value={field.value as string[]}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      placeholder={territory ? '' : t('open.first')}
      comboboxProps={{ withinPortal: false }}
    />
  );
}

function SkipField({ control }: Inner) {
  const { t } = useTranslation('support');
  const { field } = useController({ control, name: 'skipExisting' });
  return (
    <Checkbox
      label={t('open.skipExisting')}
      checked={field.value}
      onBlur={field.onBlur}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  );
}
