import { useEffect } from 'react';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { schoolTaskActs } from './acts';
import { initiatives } from './api';
import type { Setter } from './school-tasks-page';

type Values = { title: string; text: string; dueOn: string; whom: 'all' | 'chosen'; municipality: string; organizationIds: string[] };
type Props = { setter: Setter; initiativeId: string | undefined; opened: boolean; onClose: () => void };

/** A task for all schools of the territory, for chosen ones, or for those that a body stands behind. */
export function SetDialog({ setter, initiativeId, opened, onClose }: Props) {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate();
  const { territoryCode = null, bodyId = null } = setter;
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('set.title')}
      submitLabel={t('set.send')}
      defaults={{
        title: '',
        text: '',
        dueOn: '',
        whom: 'all',
        municipality: setter.level === 'Municipality' ? (territoryCode ?? '') : '',
        organizationIds: [],
      }}
      refresh={initiatives.all}
      onSend={async ({ title, text, dueOn, whom, organizationIds }, header) => {
        const { id } = await schoolTaskActs.set(
          {
            title: title.trim(),
            text: text.trim(),
            dueOn,
            territoryCode,
            bodyId,
            organizationIds: whom === 'chosen' ? organizationIds : null,
            initiativeId: initiativeId ?? null,
          },
          header,
        );
        await navigate({ to: '/school-tasks/$taskId', params: { taskId: id } });
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t(initiativeId ? 'set.aboutInitiative' : bodyId ? 'set.aboutBody' : 'set.about', { name: setter.name })}
          </Text>
          <TextField control={control} name="title" required label={t('task.title')} maxLength={200} />
          <TextAreaField control={control} name="text" required rows={5} label={t('set.text')} hint={t('set.textHint')} maxLength={8000} />
          <DateField control={control} name="dueOn" required label={t('set.dueOn')} />
          {territoryCode && <Whom control={control} setter={setter} />}
        </>
      )}
    </CommandDialog>
  );
}

function Whom({ control, setter }: { control: Control<Values>; setter: Setter }) {
  const { t } = useTranslation('initiatives');
  const { language } = useFormat();
  const [whom, municipality] = useWatch({ control, name: ['whom', 'municipality'] });
  const isRegion = setter.level !== 'Municipality';
  const { data = [] } = useQuery({ ...territoriesIn(setter.territoryCode ?? ''), enabled: isRegion && whom === 'chosen' });
  return (
    <>
      <SelectField
        control={control}
        name="whom"
        label={t('set.whom')}
        options={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`set.whomOf.${value}`) }))}
      />
      {whom === 'chosen' && isRegion && (
        <SelectField
          control={control}
          name="municipality"
          required
          label={t('set.municipality')}
          empty={t('set.choose')}
          options={data.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn }))}
        />
      )}
      {whom === 'chosen' && <Picked control={control} territory={municipality} />}
    </>
  );
}

function Picked({ control, territory }: { control: Control<Values>; territory: string }) {
  const { t } = useTranslation('initiatives');
  const { field, shared } = useField({ control, name: 'organizationIds', required: true, label: t('set.schools') });
  const { data = [] } = useQuery({ ...initiatives.schoolsIn(territory), enabled: territory !== '' });
  const { onChange } = field;
  // What was picked in one municipality is not meant in the next.
  useEffect(() => {
    onChange([]);
  }, [territory, onChange]);
  return (
    <MultiSelect
      {...shared}
      name={field.name}
      onBlur={field.onBlur}
      data={data.map(({ id, nameShort }) => ({ value: id, label: nameShort }))}
      value={field.value as string[]}
      onChange={field.onChange}
      searchable
      hidePickedOptions
      comboboxProps={{ withinPortal: false }}
    />
  );
}
