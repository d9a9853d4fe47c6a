import { lazy, Suspense, useState } from 'react';
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';
import { Failure } from '@/shared/ui/failure';
import { sayDone } from '@/shared/ui/say-done';
import { setMunicipality } from './acts';
import { organizations, type Organization } from './api';

/** The calendar comes when it is needed. */
const RuDateInput = lazy(async () => ({ default: (await import('@/shared/ui/ru-date-input')).RuDateInput }));

type Props = { chosen: readonly Organization[]; onPlaced: () => void };

/** Puts the chosen organizations, which stand on their region, into one of its municipalities. */
export function PlaceBar({ chosen, onPlaced }: Props) {
  const { t } = useTranslation('organizations');
  const { language } = useFormat();
  const client = useQueryClient();
  const { header, next } = useIdempotencyKey();
  const [municipality, setMunicipalityCode] = useState('');
  const [on, setOn] = useState('');
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();

  const regions = new Set(chosen.map(({ regionCode }) => regionCode));
  const [region = ''] = regions;
  const { data: below = [] } = useQuery({ ...territoriesIn(region), enabled: regions.size === 1 });
  const isKnown = below.some(({ code }) => code === municipality);

  const place = async () => {
    setSending(true);
    setError(undefined);
    try {
      await setMunicipality(municipality, chosen.map(({ id }) => id), on, header);
      next();
      sayDone(t('place.save'));
      await client.invalidateQueries({ queryKey: organizations.all() });
      onPlaced();
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };

  if (regions.size !== 1) return <Text mb="sm">{t(regions.size ? 'place.oneRegion' : 'place.choose')}</Text>;
  return (
    <>
      <Group gap="xs" align="end" mb="sm">
        <NativeSelect
          w={{ base: '100%', xs: 320 }}
          label={t('place.where', { count: chosen.length })}
          value={isKnown ? municipality : ''}
          onChange={({ currentTarget: { value } }) => setMunicipalityCode(value)}
          data={[
            { value: '', label: t('place.none') },
            ...below.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn })),
          ]}
        />
        <Suspense fallback={<TextInput readOnly label={t('place.on')} />}>
          <RuDateInput w={{ base: '100%', xs: 220 }} label={t('place.on')} clearable value={on || null} onChange={(day) => setOn(day ?? '')} />
        </Suspense>
        <Button loading={sending} disabled={!isKnown} onClick={() => void place()}>
          {t('place.save')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {t('place.onHint')}
      </Text>
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
