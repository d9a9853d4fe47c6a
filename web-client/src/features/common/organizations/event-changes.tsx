import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
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
  'municipality',
  'kind',
  'successor',
  'joined',
  'basis',
] as const;

/** What was nothing before. */
const ALONE = ['successor', 'joined', 'basis'];

/** What an event changed: each field with its value before and after. */
export function EventChanges({ detail }: { detail: OrganizationEvent['detail'] }) {
  const { t } = useTranslation('organizations');
  const kinds = useDictionary('organization-kind');
  const changes = changesOf(detail);
  if (!changes.length) return null;

  const name = (field: string) => {
    const own = known.find((one) => one === field);
    return own ? t(`field.${own}`) : field;
  };
  const value = (field: string, of: unknown) => (field === 'kind' && of ? kinds.name(String(of)) : shown(of));
  return (
    <ul style={{ margin: 0, paddingInlineStart: 16 }}>
      {changes.map(({ field, from, to }) => (
        <li key={field}>
          {ALONE.includes(field)
            ? t('event.fact', { field: name(field), to: shown(to) })
            : t('event.change', { field: name(field), from: value(field, from), to: value(field, to) })}
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
