import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import cls from './sections.module.css';

/** The pages of the council beside its desk. */
export function CouncilSections() {
  const { t } = useTranslation();
  return (
    <Group component="nav" gap="md" mb="md" className={`no-print ${cls.sections}`} aria-label={t('council.sections')}>
      <Link to="/council" activeOptions={{ exact: true, includeSearch: false }}>
        {t('council.desk')}
      </Link>
      <Link to="/council/analysis">{t('council.analysis')}</Link>
      <Link to="/council/evaluations" activeOptions={{ exact: false }}>
        {t('council.evaluations')}
      </Link>
      <Link to="/council/preparations">{t('council.preparations')}</Link>
      <Link to="/council/incentives">{t('council.incentives')}</Link>
      <Link to="/cases">{t('council.cases')}</Link>
    </Group>
  );
}
