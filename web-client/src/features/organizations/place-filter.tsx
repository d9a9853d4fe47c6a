import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { regionName, regions } from '@/shared/geo/regions';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';

type Place = { region: string | undefined; municipality: string | undefined };
type Props = Place & { onChange: (place: Place) => void };

/** A region of the country and then, once it is known, a municipality in it. */
export function PlaceFilter({ region, municipality, onChange }: Props) {
  const { t } = useTranslation('organizations');
  const { language, compare } = useFormat();
  const below = useQuery({ ...territoriesIn(region ?? ''), enabled: Boolean(region) });

  const ofCountry = regions
    .map((one) => ({ value: one.iso, label: regionName(one, language) }))
    .sort((a, b) => compare(a.label, b.label));
  const ofRegion = (below.data ?? []).map(({ code, nameRu, nameEn }) => ({
    value: code,
    label: language === 'ru' ? nameRu : nameEn,
  }));

  return (
    <>
      <NativeSelect
        w={{ base: '100%', xs: 240 }}
        aria-label={t('field.region')}
        value={region ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ region: currentTarget.value || undefined, municipality: undefined })
        }
        data={[{ value: '', label: t('list.anyRegion') }, ...ofCountry]}
      />
      {region && ofRegion.length > 0 && (
        <NativeSelect
          w={{ base: '100%', xs: 240 }}
          aria-label={t('field.municipality')}
          value={municipality ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ region, municipality: currentTarget.value || undefined })
          }
          data={[{ value: '', label: t('list.anyMunicipality') }, ...ofRegion]}
        />
      )}
    </>
  );
}
