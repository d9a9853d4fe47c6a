import { Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import rows from '@/shared/councils/rows.module.css';
import { councils } from './api';
import cls from './councils.module.css';
import { PHYSICAL } from './keys';
import { QueuedProgram } from './queued-program';

type Props = {
  organizationId: string;
  mayDecide: boolean;
  chosen: string | undefined;
  onChoose: (programId: string) => void;
};

/** Programs that wait for the council, one after the other: J and K go down and up. */
export function Queue({ organizationId, mayDecide, chosen, onChoose }: Props) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const purposes = useDictionary('program-purpose');
  const { data: waiting, error, refetch } = useQuery(councils.queue(organizationId));
  const found = waiting?.findIndex(({ id }) => id === chosen) ?? -1;
  const index = Math.max(found, 0);
  const current = waiting?.[index];

  const go = (step: number) => {
    const next = waiting?.[index + step];
    if (!next) return;
    onChoose(next.id);
    document.getElementById(`queued-${next.id}`)?.focus();
  };
  useHotkeys([
    ['j', () => go(1), PHYSICAL],
    ['k', () => go(-1), PHYSICAL],
  ]);

  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (waiting?.length === 0) return <EmptyState title={t('queue.none')} text={t('queue.noneText')} />;
  if (!waiting || !current) return null;

  return (
    <>
      <Text size="sm" c="dimmed" mb="xs" className={cls.keys}>
        <kbd className={cls.key}>J</kbd> {t('queue.next')} <kbd className={cls.key}>K</kbd> {t('queue.previous')}
        {mayDecide && (
          <>
            {' '}
            <kbd className={cls.key}>A</kbd> {t('queue.approve')} <kbd className={cls.key}>R</kbd> {t('queue.return')}
          </>
        )}
      </Text>
      <div className={cls.columns}>
        <ol className={rows.list} aria-label={t('page.tab.queue')}>
          {waiting.map(({ id, title, purposeCode, mentees, updatedAt }) => (
            <li key={id}>
              <button
                id={`queued-${id}`}
                type="button"
                className={cls.choice}
                aria-current={id === current.id}
                onClick={() => onChoose(id)}
              >
                <span className={rows.strong}>{title}</span>
                <Text component="span" display="block" size="sm" c="dimmed">
                  {mentees.map(({ name }) => name).join(', ')}
                </Text>
                <Text component="span" display="block" size="xs" c="dimmed">
                  {purposes.name(purposeCode)} · {t('queue.since', { date: format.date(updatedAt) })}
                </Text>
              </button>
            </li>
          ))}
        </ol>
        <QueuedProgram key={current.id} id={current.id} mayDecide={mayDecide} onDecided={() => go(waiting[index + 1] ? 1 : -1)} />
      </div>
    </>
  );
}
