import { Button, Fieldset, Group, Stack } from '@mantine/core';
import { useFieldArray, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import type { Values } from './content-values';

/** An outside instrument's areas, each with the area of competence that it is of, and its scale. */
export function AreaRows({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('diagnosis');
  const { fields, append, remove } = useFieldArray({ control, name: 'areas' });
  return (
    <Stack gap="md">
      {fields.map(({ id }, index) => (
        <Fieldset key={id} legend={t('mapping.row', { number: index + 1 })}>
          <Row control={control} index={index} />
          <Button mt="sm" size="xs" variant="default" onClick={() => remove(index)}>
            {t('mapping.remove', { number: index + 1 })}
          </Button>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => append({ code: '', ru: '', en: '', area: '', by: 'score', from: '0', to: '100', levels: '' })}>
          {t('mapping.add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Row({ control, index }: { control: Control<Values>; index: number }) {
  const { t } = useTranslation('diagnosis');
  const areas = useDictionary('competence-area');
  const by = useWatch({ control, name: `areas.${index}.by` });
  const at = `areas.${index}` as const;
  return (
    <Stack gap="sm">
      <Group grow preventGrowOverflow={false} align="start">
        <TextField control={control} name={`${at}.code`} label={t('mapping.code')} required maxLength={60} />
        <SelectField control={control} name={`${at}.area`} label={t('mapping.area')} required empty="—" options={areas.options} />
      </Group>
      <Group grow preventGrowOverflow={false} align="start">
        <TextField control={control} name={`${at}.ru`} label={t('mapping.ru')} required maxLength={1000} />
        <TextField control={control} name={`${at}.en`} label={t('mapping.en')} required maxLength={1000} />
      </Group>
      <SelectField
        control={control}
        name={`${at}.by`}
        label={t('mapping.scale')}
        options={(['score', 'levels'] as const).map((value) => ({ value, label: t(`mapping.by.${value}`) }))}
      />
      {by === 'score' ? (
        <Group grow preventGrowOverflow={false} align="start">
          <TextField control={control} name={`${at}.from`} label={t('mapping.from')} />
          <TextField control={control} name={`${at}.to`} label={t('mapping.to')} />
        </Group>
      ) : (
        <TextAreaField control={control} name={`${at}.levels`} label={t('mapping.levels')} hint={t('mapping.levelsHint')} />
      )}
    </Stack>
  );
}
