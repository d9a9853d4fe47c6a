import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { PersonDetail } from './api';

const DAYS: readonly PersonDetail['field'][] = ['BirthDate', 'StartedOn', 'LastDay', 'Post'];

/** What changes about a person and the work, from what to what. */
export function PersonChanges({ changes }: { changes: readonly PersonDetail[] }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const positions = useDictionary('position');
  const posts = new Set(changes.map(({ positionCode }) => positionCode).filter(Boolean));

  const shown = (field: PersonDetail['field'], value: string | null) => {
    if (!value) return t('change.blank');
    if (field === 'Position') return positions.name(value);
    if (field === 'IsMain') return t(`person.isMain.${value as 'true' | 'false'}`);
    if (field === 'Qualification') return t(`qualification.${value as 'First'}`);
    return DAYS.includes(field) ? format.date(value) : value;
  };
  /** Of somebody with several posts, which of them. */
  const post = (code: string | null) => (code && posts.size > 1 ? `${positions.name(code)}: ` : '');
  const line = ({ field, positionCode, before, after }: PersonDetail) =>
    field === 'Post'
      ? t(after ? 'change.post' : 'change.postOff', { position: positions.name(positionCode ?? ''), date: shown(field, after ?? before) })
      : post(positionCode) + t('change.line', { field: t(`change.field.${field}`), before: shown(field, before), after: shown(field, after) });

  return changes.map((change) => <Text key={`${change.field}:${change.positionCode ?? ''}:${change.before ?? ''}`}>{line(change)}</Text>);
}
