import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { risks } from './api';
import cls from './risks.module.css';

/** From this product of probability and impact on, a risk is serious. */
const SERIOUS = 12;

/** On the school's page: how many risks are open, and the most serious of them. */
export function RiskGlance({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('risks');
  const { data } = useQuery(risks.list(organizationId));
  if (!data) return null;
  const open = data.filter(({ status }) => status === 'Open').sort((a, b) => b.probability * b.impact - a.probability * a.impact);
  const serious = open.filter(({ probability, impact }) => probability * impact >= SERIOUS).length;

  return (
    <article className={cls.glance}>
      <Link to="/school/$orgId/risks" params={{ orgId: organizationId }}>
        {t('glance.title')}
      </Link>
      <Text size="sm" mt={4} className="numbers">
        {open.length ? t('glance.open', { count: open.length, serious }) : t('glance.none')}
      </Text>
      {open[0] && (
        <Text size="sm" c="dimmed">
          {open[0].title}
        </Text>
      )}
    </article>
  );
}
