import { NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { diagnosis } from './api';

/** The one in the address, or the only one that there is. */
export function useOutsideInstrument(organizationId: string, instrument: string | undefined) {
  const { data: known } = useQuery(diagnosis.instruments({ at: organizationId, form: 'Outside' }));
  return { known, chosen: known?.find(({ id }) => id === instrument) ?? (known?.length === 1 ? known[0] : undefined) };
}

type Props = { organizationId: string; of: ReturnType<typeof useOutsideInstrument>; onChoose: (id: string | undefined) => void };

/** By which instrument the results in a file were made. */
export function OutsideInstrument({ organizationId, of: { known, chosen }, onChoose }: Props) {
  const { t } = useTranslation('diagnosis');
  const { language } = useFormat();
  if (known?.length === 0)
    return (
      <Text mb="md">
        {t('outside.none')}{' '}
        <Link to="/school/$orgId/instruments" params={{ orgId: organizationId }}>
          {t('outside.publish')}
        </Link>
      </Text>
    );
  return (
    <NativeSelect
      mb="md"
      label={t('start.instrument')}
      required
      value={chosen?.id ?? ''}
      onChange={(event) => onChoose(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('outside.choose') },
        ...(known ?? []).map(({ id, nameRu, nameEn, edition }) => ({
          value: id,
          label: t('start.edition', { name: language === 'ru' ? nameRu : nameEn, edition }),
        })),
      ]}
    />
  );
}
