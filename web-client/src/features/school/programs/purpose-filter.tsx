import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { programs } from './api';
import type { ProgramStatus } from './types';

type Props = {
  organizationId: string;
  status: ProgramStatus | undefined;
  value: string | undefined;
  onChange: (purpose: string | undefined) => void;
};

/** The directions of methodical work, each with the number of programs that serve it. */
export function PurposeFilter({ organizationId, status, value, onChange }: Props) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { options } = useDictionary('program-purpose');
  const { data } = useQuery(programs.purposes(organizationId, status));
  const counts = new Map(data?.map(({ purpose, count }) => [purpose, count]));
  const counted = options.map((option) => ({
    value: option.value,
    label: data ? t('list.purposeOf', { purpose: option.label, total: format.number(counts.get(option.value) ?? 0) }) : option.label,
  }));

  return (
    <NativeSelect
      aria-label={t('field.purpose')}
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      data={[{ value: '', label: t('list.anyPurpose') }, ...counted]}
    />
  );
}
