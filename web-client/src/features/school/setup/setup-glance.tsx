import { Progress, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { setup } from './api';
import cls from './setup.module.css';

/** On the school's page: how far the system of mentoring is set up, and the next step. */
export function SetupGlance({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('setup');
  const { data } = useQuery(setup.of(organizationId));
  if (!data) return null;
  const steps = data.steps.filter(({ state }) => state !== 'NotNeeded');
  const done = steps.filter(({ state }) => state === 'Done').length;
  const next = steps.find(({ state }) => state !== 'Done');

  return (
    <article className={cls.glance}>
      <Link to="/school/$orgId/setup" params={{ orgId: organizationId }}>
        {t('glance.title')}
      </Link>
      <Progress.Root mt="xs" size={6}>
        <Progress.Section value={steps.length ? (100 * done) / steps.length : 0} aria-label={t('glance.title')} />
      </Progress.Root>
      <Text size="sm" mt={4} className="numbers">
        {t('glance.done', { done, total: steps.length })}
      </Text>
      <Text size="sm" c="dimmed">
        {next ? t('glance.next', { step: t(`step.${next.code}.title`) }) : t('glance.all')}
      </Text>
    </article>
  );
}
