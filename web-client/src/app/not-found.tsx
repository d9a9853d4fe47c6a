import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageState } from './page-state';

export function NotFound() {
  const { t } = useTranslation();

  return (
    <PageState title={t('page.notFound')} text={t('page.notFoundText')}>
      <Button component={Link} to="/">
        {t('page.home')}
      </Button>
    </PageState>
  );
}
