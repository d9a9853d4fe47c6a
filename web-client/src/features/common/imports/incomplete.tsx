import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Import } from './api';

/** The register names more than has come: what is not in a file stays as it is. */
export function Incomplete({ current: { missingPages, rowsMissing } }: { current: Import }) {
  const { t } = useTranslation('imports');
  if (missingPages.length === 0 && rowsMissing === 0) return null;
  return (
    <Alert color="yellow" variant="outline" title={t('incomplete.title')} mb="md" maw={640}>
      {missingPages.length > 0 && `${t('incomplete.pages', { count: missingPages.length, pages: missingPages.join(', ') })} `}
      {rowsMissing > 0 && `${t('incomplete.rows', { count: rowsMissing })} `}
      {t('incomplete.kept')}
    </Alert>
  );
}
