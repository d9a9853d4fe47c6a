import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import type { Change } from './api';

export const HUNDREDTH = { maximumFractionDigits: 2 };
export const SIGNED = { ...HUNDREDTH, signDisplay: 'exceptZero' } as const;

/** Each scale before and after, and whether that is for the better. */
export function Changes({ id, label, changes }: { id: string; label: string; changes: readonly Change[] }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const number = (of: 'before' | 'after', header: string): Column<Change> => ({
    id: of,
    header,
    value: (change) => change[of],
    cell: (change) => format.number(change[of], HUNDREDTH),
    align: 'end',
    width: 0.7,
    unsortable: true,
  });
  const verdict = ({ change, direction }: Change) =>
    change === 0 ? 'same' : change > 0 === (direction === 'MoreIsBetter') ? ('better' as const) : ('worse' as const);
  const columns: Column<Change>[] = [
    {
      id: 'scale',
      header: t('scale'),
      value: ({ nameRu, nameEn }) => (format.language === 'ru' ? nameRu : nameEn),
      rowHeader: true,
      unsortable: true,
      width: 2,
    },
    number('before', t('moment.Before')),
    number('after', t('moment.After')),
    {
      id: 'change',
      header: t('change'),
      value: ({ change }) => change,
      cell: (change) => `${format.number(change.change, SIGNED)} · ${t(`verdict.${verdict(change)}`)}`,
      unsortable: true,
      width: 1.2,
    },
  ];
  return <DataTable id={id} label={label} columns={columns} rows={changes} rowKey={({ scale }) => scale} summary="" wrap />;
}
