import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/page-header';
import { AccountList } from './account-list';
import type { AccountFilters } from './api';

type Props = { search: AccountFilters; onSearch: (change: AccountFilters) => void };

/** The accounts of a school, or of an organization that an administrator came from. */
export function AccountsPage({ search, onSearch }: Props) {
  const { t } = useTranslation('admin', { keyPrefix: 'accounts' });
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <AccountList search={search} onSearch={onSearch} />
    </>
  );
}
