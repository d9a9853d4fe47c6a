import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageState } from './page-state';

export function Forbidden() {
  const { t } = useTranslation();

  return (
    <PageState title={t('page.forbidden')} text={t('page.forbiddenText')}>
      <Button component={Link} to="/">
        {t('page.home')}
      </Button>
    </PageState>
  );
}
