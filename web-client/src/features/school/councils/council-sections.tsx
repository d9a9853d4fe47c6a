import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cls from './councils.module.css';

/** The pages of the council beside its desk. */
export function CouncilSections() {
  const { t } = useTranslation('councils');
  return (
    <Group component="nav" gap="md" mb="md" className={`no-print ${cls.sections}`} aria-label={t('page.sections')}>
      <Link to="/council" activeOptions={{ exact: true, includeSearch: false }}>
        {t('page.desk')}
      </Link>
      <Link to="/council/analysis">{t('analysis.title')}</Link>
      <Link to="/council/evaluations" activeOptions={{ exact: false }}>
        {t('evaluations.title')}
      </Link>
      <Link to="/council/preparations">{t('preparations.title')}</Link>
      <Link to="/council/incentives">{t('incentives.title')}</Link>
      <Link to="/cases">{t('page.cases')}</Link>
    </Group>
  );
}
