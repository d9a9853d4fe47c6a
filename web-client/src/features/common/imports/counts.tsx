import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Import } from './api';
import cls from './counts.module.css';

/** What the import will do, or did. */
export function Counts({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { kind, status } = current;
  const tense = status === 'Applied' ? 'did' : 'will';
  const elsewhere = current.elsewhere > 0 ? (['elsewhere'] as const) : [];
  const isRegister = kind === 'OrganizationRegister';
  // Whoever leaves one of several posts stays: people are counted, and posts only where they are others.
  const posts = current.ends > current.leaves ? (['posts'] as const) : [];
  const isStaff = kind === 'Roster' || kind === 'StaffList';
  const leaving = isRegister ? (['ends'] as const) : isStaff ? (['leaves', ...posts] as const) : [];
  const shown = ['creates', 'updates', ...leaving, 'unchanged', ...elsewhere, 'problems'] as const;

  return (
    <dl className={cls.list}>
      {shown.map((count) => (
        <div key={count} data-risk={(count === 'problems' && current.problems > 0) || undefined}>
          <Text component="dt" size="sm" c="dimmed">
            {t(count === 'ends' ? `counts.${tense}.closes` : `counts.${tense}.${count}`)}
          </Text>
          <dd>{format.number(current[count === 'posts' ? 'ends' : count])}</dd>
        </div>
      ))}
    </dl>
  );
}
