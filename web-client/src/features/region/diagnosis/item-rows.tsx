import { Button, Checkbox, Fieldset, Group, Stack } from '@mantine/core';
import { Controller, useFieldArray, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import type { Values } from './content-values';

type Props = { control: Control<Values> };
const none = { code: '', area: '', type: 'Scale', ru: '', en: '', required: true, scale: '', options: '', showItem: '', showAnyOf: '' };

/** The scales that items are answered by. */
export function ScaleRows({ control }: Props) {
  const { t } = useTranslation('diagnosis');
  const { fields, append, remove } = useFieldArray({ control, name: 'scales' });
  return (
    <Stack gap="md">
      {fields.map(({ id }, index) => (
        <Fieldset key={id} legend={t('scale.row', { number: index + 1 })}>
          <Stack gap="sm">
            <TextField control={control} name={`scales.${index}.code`} label={t('scale.code')} required maxLength={60} />
            <TextAreaField control={control} name={`scales.${index}.levels`} label={t('scale.levels')} hint={t('scale.levelsHint')} rows={4} />
            <Group>
              <Button size="xs" variant="default" onClick={() => remove(index)}>
                {t('scale.remove', { number: index + 1 })}
              </Button>
            </Group>
          </Stack>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => append({ code: '', levels: '' })}>
          {t('scale.add')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What is asked, area by area. */
export function ItemRows({ control }: Props) {
  const { t } = useTranslation('diagnosis');
  const { fields, append, remove, move } = useFieldArray({ control, name: 'items' });
  return (
    <Stack gap="md">
      {fields.map(({ id }, index) => (
        <Fieldset key={id} legend={t('item.row', { number: index + 1 })}>
          <Row control={control} index={index} />
          <Group gap="xs" mt="sm">
            <Button size="xs" variant="default" disabled={index === 0} onClick={() => move(index, index - 1)}>
              {t('item.up', { number: index + 1 })}
            </Button>
            <Button size="xs" variant="default" onClick={() => remove(index)}>
              {t('item.remove', { number: index + 1 })}
            </Button>
          </Group>
        </Fieldset>
      ))}
      <Group>
        <Button variant="default" onClick={() => append(none)}>
          {t('item.add')}
        </Button>
      </Group>
    </Stack>
  );
}

function Row({ control, index }: Props & { index: number }) {
  const { t } = useTranslation('diagnosis');
  const areas = useDictionary('competence-area');
  const { items, scales } = useWatch({ control }) as Values;
  const at = `items.${index}` as const;
  const { type, showItem } = items[index] ?? none;
  return (
    <Stack gap="sm">
      <Group grow preventGrowOverflow={false} align="start">
        <TextField control={control} name={`${at}.code`} label={t('item.code')} required maxLength={60} />
        <SelectField control={control} name={`${at}.area`} label={t('mapping.area')} required empty="—" options={areas.options} />
        <SelectField
          control={control}
          name={`${at}.type`}
          label={t('item.typeOf')}
          options={(['Scale', 'Choice', 'Text'] as const).map((value) => ({ value, label: t(`item.type.${value}`) }))}
        />
      </Group>
      <TextAreaField control={control} name={`${at}.ru`} label={t('item.ru')} required rows={2} maxLength={1000} />
      <TextAreaField control={control} name={`${at}.en`} label={t('item.en')} required rows={2} maxLength={1000} />
      {type === 'Scale' && (
        <SelectField
          control={control}
          name={`${at}.scale`}
          label={t('item.scale')}
          empty="—"
          options={scales.map(({ code }) => ({ value: code, label: code }))}
        />
      )}
      {type === 'Choice' && <TextAreaField control={control} name={`${at}.options`} label={t('item.options')} hint={t('item.optionsHint')} />}
      <Controller
        control={control}
        name={`${at}.required`}
        render={({ field: { value, onChange } }) => (
          <Checkbox label={t('item.required')} checked={value} onChange={(event) => onChange(event.currentTarget.checked)} />
        )}
      />
      <SelectField
        control={control}
        name={`${at}.showItem`}
        label={t('item.showIf')}
        empty={t('item.always')}
        options={items.slice(0, index).flatMap((one) => (one.type === 'Text' || !one.code ? [] : [{ value: one.code, label: one.code }]))}
      />
      {showItem && <TextField control={control} name={`${at}.showAnyOf`} label={t('item.anyOf')} hint={t('item.anyOfHint')} required />}
    </Stack>
  );
}
