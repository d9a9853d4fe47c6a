import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { ArticleList } from './article-list';
import type { ArticlesSearch } from './search';

/** Answers that bodies have published for the reader's region or the country. */
export function ArticlesPage(props: { search: ArticlesSearch; onSearch: (change: Partial<ArticlesSearch>) => void }) {
  const { t } = useTranslation('help-desk');
  return (
    <>
      <PageHeader title={t('articles.title')} summary={t('articles.about')}>
        <LinkButton to="/help-desk" variant="default">
          {t('mine.title')}
        </LinkButton>
      </PageHeader>
      <ArticleList {...props} />
    </>
  );
}
