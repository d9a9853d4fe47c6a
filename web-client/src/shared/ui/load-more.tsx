import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What `useInfiniteQuery` and `useSuspenseInfiniteQuery` return. */
  pages: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => Promise<unknown>;
  };
  shown: number;
  total?: number;
};

/** The end of a list that comes in pages by cursor. */
export function LoadMore({ pages, shown, total }: Props) {
  const { t } = useTranslation();

  return (
    <Group justify="center" gap="md" py="sm">
      <Text size="sm" c="dimmed" role="status">
        {total === undefined ? t('table.shown', { shown }) : t('table.shownOf', { shown, total })}
      </Text>
      {pages.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('table.more')}
        </Button>
      )}
    </Group>
  );
}
