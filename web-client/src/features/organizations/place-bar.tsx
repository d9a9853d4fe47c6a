import { useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';
import { Failure } from '@/shared/ui/failure';
import { organizations, setMunicipality, type Organization } from './api';

type Props = { chosen: readonly Organization[]; onPlaced: () => void };

/** Puts the chosen organizations, which stand on their region, into one of its municipalities. */
export function PlaceBar({ chosen, onPlaced }: Props) {
  const { t } = useTranslation('organizations');
  const { language } = useFormat();
  const client = useQueryClient();
  const { header, next } = useIdempotencyKey();
  const [municipality, setMunicipalityCode] = useState('');
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
      await setMunicipality(municipality, chosen.map(({ id }) => id), header);
      next();
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
        <Button loading={sending} disabled={!isKnown} onClick={() => void place()}>
          {t('place.save')}
        </Button>
      </Group>
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
