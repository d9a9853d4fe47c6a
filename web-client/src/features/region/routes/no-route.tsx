import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';

/** Where a tutor looks for a route that its teacher has not begun. */
export function NoRoute() {
  const { t } = useTranslation('routes');
  return <EmptyState title={t('read.none')} text={t('read.noneText')} />;
}
