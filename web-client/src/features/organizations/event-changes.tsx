import { useTranslation } from 'react-i18next';
import type { OrganizationEvent } from './api';

type Change = { field: string; from: unknown; to: unknown };

const known = [
  'nameFull',
  'nameShort',
  'ogrn',
  'inn',
  'kpp',
  'address',
  'email',
  'phone',
  'website',
  'registerId',
] as const;

/** What an event changed: each field with its value before and after. */
export function EventChanges({ detail }: { detail: OrganizationEvent['detail'] }) {
  const { t } = useTranslation('organizations');
  const changes = changesOf(detail);
  if (!changes.length) return null;

  const name = (field: string) => {
    const own = known.find((one) => one === field);
    return own ? t(`field.${own}`) : field;
  };
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {t('event.change', { field: name(field), from: shown(from), to: shown(to) })}
        </li>
      ))}
    </ul>
  );
}

const shown = (value: unknown) => (value === null || value === undefined || value === '' ? '—' : String(value));

function changesOf(detail: unknown): Change[] {
  if (!detail || typeof detail !== 'object') return [];
  return Object.entries(detail).flatMap(([field, change]) =>
    change && typeof change === 'object' && 'to' in change
      ? [{ field, from: 'from' in change ? change.from : undefined, to: change.to }]
      : [],
  );
}
