import { Skeleton, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Shown only when a page takes longer than 200 ms. */
export function PageLoading() {
  const { t } = useTranslation();

  return (
    <Stack aria-busy="true">
      <span className="visually-hidden" role="status">
        {t('page.loading')}
      </span>
      <Skeleton h={28} w={280} />
      <Skeleton h={160} />
      <Skeleton h={160} />
    </Stack>
  );
}
