import { Checkbox, Group } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { lastDay } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { resourceActs } from './acts';
import { resources, type Resource } from './api';
import { formats } from './search';

type Values = Record<'kind' | 'title' | 'about' | 'host' | 'startsOn' | 'endsOn' | 'website' | 'contact', string> & {
  areas: string[];
  sectors: string[];
  format: (typeof formats)[number];
  isOpen: boolean;
};

const valuesOf = (resource: Resource | undefined): Values => ({
  kind: resource?.kind ?? '',
  title: resource?.title ?? '',
  about: resource?.about ?? '',
  host: resource?.host ?? '',
  areas: [...(resource?.areas ?? [])],
  sectors: [...(resource?.sectors ?? [])],
  format: resource?.format ?? 'OnSite',
  isOpen: resource?.isOpen ?? false,
  startsOn: resource?.startsOn ?? '',
  endsOn: resource?.endsOn ? lastDay(resource.endsOn) : '',
  website: resource?.website ?? '',
  contact: resource?.contact ?? '',
});

type Props = { organizationId: string; resource: Resource | undefined; opened: boolean; onClose: () => void };

/** What is said of a resource, whether it is new or corrected. */
export function ResourceDialog({ organizationId, resource, opened, onClose }: Props) {
  const { t } = useTranslation('resources');
  const kinds = useDictionary('resource-kind');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(resource ? 'revise' : 'add')}
      submitLabel={t('save')}
      defaults={valuesOf(resource)}
      refresh={resources.all}
      onSend={({ startsOn, endsOn, website, contact, title, about, host, ...rest }, header) => {
        const card = {
          ...rest,
          title: title.trim(),
          about: about.trim(),
          host: host.trim(),
          startsOn: startsOn || null,
          endsOn: endAfter(endsOn),
          website: website.trim() || null,
          contact: contact.trim() || null,
        };
        return resource ? resourceActs.revise(resource, card) : resourceActs.add(organizationId, card, header);
      }}
    >
      {({ control }) => (
        <>
          <SelectField control={control} name="kind" required label={t('kind')} empty={t('chooseKind')} options={kinds.options} />
          <TextField control={control} name="title" required label={t('name')} maxLength={200} />
          <TextAreaField control={control} name="about" required label={t('about')} hint={t('aboutHint')} maxLength={2000} />
          <TextField control={control} name="host" required label={t('host')} hint={t('hostHint')} maxLength={300} />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" required label={t('areas')} />
          <DictionaryListField control={control} name="sectors" dictionary="sector" label={t('sectors')} hint={t('sectorsHint')} />
          <SelectField
            control={control}
            name="format"
            label={t('format')}
            options={formats.map((value) => ({ value, label: t(`formatOf.${value}`) }))}
          />
          <OpenField control={control} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" label={t('startsOn')} hint={t('always')} />
            <DateField control={control} name="endsOn" label={t('endsOn')} hint={t('endless')} />
          </Group>
          <TextField control={control} name="website" label={t('website')} hint="https://…" maxLength={500} />
          <TextField control={control} name="contact" label={t('contact')} maxLength={300} />
        </>
      )}
    </CommandDialog>
  );
}

function OpenField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('resources');
  const { field } = useController({ control, name: 'isOpen' });
  return (
    <Checkbox
      label={t('openToAll')}
      checked={field.value}
      onBlur={field.onBlur}
      onChange={({ currentTarget }) => field.onChange(currentTarget.checked)}
    />
  );
}
