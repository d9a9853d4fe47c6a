import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import rows from '@/shared/councils/rows.module.css';
import { taskTones } from './status';
import type { CouncilTask } from './types';

const FinishDialog = dialogLater(async () => (await import('./finish-dialog')).FinishDialog);

/** What the council asked for, of whom and by when. */
export function TaskRow({ task, mayWork }: { task: CouncilTask; mayWork: boolean }) {
  const { t } = useTranslation('preparations');
  const format = useFormat();
  const [finishing, setFinishing] = useState(false);
  const { kind, status, title, responsibleName, dueOn, programId, programTitle, result, responsibleLeftOn, overdue } = task;

  return (
    <li className={rows.row}>
      <div>
        <div>{title}</div>
        <Text size="sm" c="dimmed">
          {[kind !== 'Preparation' && t(`taskKind.${kind}`), responsibleName, t('tasks.until', { date: format.date(dueOn) })].filter(Boolean).join(' · ')}
          {programId && (
            <>
              {' · '}
              <Link to="/programs/$programId" params={{ programId }}>
                {programTitle}
              </Link>
            </>
          )}
        </Text>
        {responsibleLeftOn && <Text size="sm">{t('tasks.responsibleLeft', { date: format.date(responsibleLeftOn) })}</Text>}
        {result && <p className={rows.text}>{result}</p>}
      </div>
      <div className={rows.tools}>
        <StatusTag tone={overdue ? 'risk' : taskTones[status]}>{overdue ? t('tasks.overdue') : t(`taskStatus.${status}`)}</StatusTag>
        {mayWork && status === 'Open' && (
          <Button size="compact-sm" variant="default" aria-label={`${t('tasks.finish')}: ${title}`} onClick={() => setFinishing(true)}>
            {t('tasks.finish')}
          </Button>
        )}
      </div>
      <FinishDialog what={{ task }} opened={finishing} onClose={() => setFinishing(false)} />
    </li>
  );
}
