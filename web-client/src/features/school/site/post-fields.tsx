import { Input } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { MultiSelect } from '@/shared/ui/multi-select';
import { categories, site, type Post } from './api';
import type { PostValues } from './post-values';

type Props = { form: UseFormReturn<PostValues>; organizationId: string; mentioned: Post['people'] };

export function PostFields({ form, organizationId, mentioned }: Props) {
  const { t } = useTranslation('site');
  const { control } = form;
  const { data: released = [] } = useQuery(site.people(organizationId));
  const hidden = mentioned.filter(({ released: shown }) => !shown);
  const people = [
    ...released.map(({ personId, name }) => ({ value: personId, label: name })),
    ...hidden.map(({ personId, name }) => ({ value: personId, label: t('hiddenName', { name }) })),
  ];

  return (
    <>
      <SelectField
        control={control}
        name="category"
        label={t('field.category')}
        options={categories.map((value) => ({ value, label: t(`category.${value}`) }))}
      />
      <TextField control={control} name="title" label={t('field.title')} required maxLength={200} />
      <TextAreaField control={control} name="lead" label={t('field.lead')} hint={t('hint.lead')} required rows={2} maxLength={500} />
      <TextAreaField control={control} name="body" label={t('field.body')} hint={t('hint.body')} rows={10} maxLength={20_000} />
      <DateField control={control} name="heldOn" label={t('field.heldOn')} />
      <Controller
        control={control}
        name="personIds"
        render={({ field: { ref, ...field }, fieldState }) =>
          people.length > 0 ? (
            <MultiSelect
              {...field}
              ref={ref}
              id="personIds"
              label={t('field.people')}
              description={t('hint.people')}
              data={people}
              searchable
              hidePickedOptions
              nothingFoundMessage={t('nobody')}
              error={fieldState.error?.message}
            />
          ) : (
            <Input.Wrapper label={t('field.people')} labelElement="div" description={t('nobodyReleased')} />
          )
        }
      />
    </>
  );
}
