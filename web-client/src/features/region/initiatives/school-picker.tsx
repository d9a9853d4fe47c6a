import { useState } from 'react';
import { Button, Checkbox, Group, Input, NativeSelect, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { useField } from '@/shared/ui/fields';
import { Failure } from '@/shared/ui/failure';
import { initiatives, type Target } from './api';

/** The most that one task is set, and that are shown at once. */
const MOST = 500;
const SHOWN = 100;

type Props<T extends FieldValues> = {
  control: Control<T>;
  name: FieldPath<T>;
  of: { territoryCode: string } | { bodyId: string };
};

/** Schools chosen one by one, all that were found, or all of a municipality: what was chosen stays while one looks for others. */
export function SchoolPicker<T extends FieldValues>({ control, name, of }: Props<T>) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const { data: all = [], error, isPending } = useQuery(initiatives.targets(of));
  const [words, setWords] = useState('');
  const [municipality, setMunicipality] = useState('');
  const [onlyChosen, setOnlyChosen] = useState(false);
  const { field, shared } = useField({
    control,
    name,
    required: true,
    label: t('set.schools'),
    checks: { most: (value) => (value as string[]).length <= MOST || t('set.most', { count: MOST }) },
  });
  const chosen = new Set(field.value as string[]);
  const choose = (ids: Iterable<string>) => field.onChange([...ids]);
  const placeOf = ({ territoryNameRu, territoryNameEn }: Target) => (format.language === 'ru' ? territoryNameRu : territoryNameEn);
  const places = [...new Map(all.map((one) => [one.territoryCode, placeOf(one)]))];
  const found = all.filter(
    (one) =>
      (!municipality || one.territoryCode === municipality) &&
      (!onlyChosen || chosen.has(one.id)) &&
      one.nameShort.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const free = found.filter(({ id }) => !chosen.has(id));

  return (
    <Input.Wrapper labelElement="div" label={t('set.schools')} required error={shared.error}>
      <Stack gap="xs" role="group" aria-label={t('set.schools')} id={name} tabIndex={-1}>
        <Group gap="xs" grow preventGrowOverflow={false}>
          <TextInput
            aria-label={t('set.searchSchool')}
            placeholder={t('set.searchSchool')}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          {places.length > 1 && (
            <NativeSelect
              aria-label={t('set.municipality')}
              value={municipality}
              onChange={({ currentTarget }) => setMunicipality(currentTarget.value)}
              data={[{ value: '', label: t('set.anyMunicipality') }, ...places.map(([value, label]) => ({ value, label }))]}
            />
          )}
        </Group>
        <Group gap="xs">
          <Text size="sm" role="status">
            {t('set.chosen', { done: format.number(chosen.size), all: format.number(all.length) })}
          </Text>
          <Button size="compact-sm" variant="default" disabled={free.length === 0} onClick={() => choose([...chosen, ...free.map(({ id }) => id)])}>
            {t('set.chooseFound', { count: free.length })}
          </Button>
          <Button size="compact-sm" variant="default" disabled={chosen.size === 0} onClick={() => choose([])}>
            {t('set.clear')}
          </Button>
          <Checkbox
            size="sm"
            label={t('set.onlyChosen')}
            checked={onlyChosen}
            onChange={({ currentTarget }) => setOnlyChosen(currentTarget.checked)}
          />
        </Group>
        {error && <Failure error={error} />}
        {!error && !isPending && found.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(all.length === 0 ? 'set.noTargets' : 'nothingFound')}
          </Text>
        )}
        <ScrollArea.Autosize mah={260} type="auto">
          <Stack gap={6} p={4}>
            {found.slice(0, SHOWN).map((one) => (
              <Checkbox
                key={one.id}
                label={one.nameShort}
                {...(places.length > 1 ? { description: placeOf(one) } : {})}
                checked={chosen.has(one.id)}
                onBlur={field.onBlur}
                onChange={({ currentTarget }) => choose(currentTarget.checked ? [...chosen, one.id] : [...chosen].filter((id) => id !== one.id))}
              />
            ))}
          </Stack>
        </ScrollArea.Autosize>
        {found.length > SHOWN && (
          <Text size="sm" c="dimmed">
            {t('set.more', { count: found.length - SHOWN })}
          </Text>
        )}
      </Stack>
    </Input.Wrapper>
  );
}
