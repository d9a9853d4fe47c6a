import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { regionName, regions } from '@/shared/geo/regions';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';

type Place = { region: string | undefined; municipality: string | undefined };
type Props = Place & {
  onChange: (place: Place) => void;
  /** The regions to choose from; all when absent. */
  among?: readonly string[] | undefined;
  /** Without the municipality: of what has none. */
  regionOnly?: boolean;
};

/** A region of the country and then, once it is known, a municipality in it. */
export function PlaceFilter({ region, municipality, onChange, among, regionOnly = false }: Props) {
  const { t } = useTranslation('organizations');
  const { language, compare } = useFormat();
  const below = useQuery({ ...territoriesIn(region ?? ''), enabled: Boolean(region) && !regionOnly });

  const offered = regions
    .filter(({ iso }) => !among || among.includes(iso))
    .map((one) => ({ value: one.iso, label: regionName(one, language) }))
    .sort((a, b) => compare(a.label, b.label));
  const ofRegion = (below.data ?? []).map(({ code, nameRu, nameEn }) => ({
    value: code,
    label: language === 'ru' ? nameRu : nameEn,
  }));

  const any = { value: '', label: t(among ? 'list.ownRegions' : 'list.anyRegion') };

  return (
    <>
      <NativeSelect
        w={{ base: '100%', xs: 240 }}
        aria-label={t('field.region')}
        value={region ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ region: currentTarget.value || undefined, municipality: undefined })
        }
        data={offered.length === 1 && among ? offered.map((only) => ({ ...only, value: '' })) : [any, ...offered]}
      />
      {region && !regionOnly && ofRegion.length > 0 && (
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
