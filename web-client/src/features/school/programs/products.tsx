import { useState } from 'react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { AddProduct } from './add-product';
import { planActs } from './plan-acts';
import { plans, type Product } from './plan-api';
import cls from './program-page.module.css';
import type { Program } from './types';
import { useAct } from './use-act';

/** What the pair has made: lesson plans, recordings, presentations. */
export function Products({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const products = useQuery(plans.products(program.id));
  const mayAdd = program.actions.includes('AddProduct');
  if (products.error) return <Failure error={products.error} onRetry={() => void products.refetch()} />;

  return (
    <Stack gap="lg">
      {mayAdd && <AddProduct program={program} />}
      {products.data?.length === 0 && (
        <EmptyState title={t('products.none')} text={t(mayAdd ? 'products.noneText' : 'products.noneYet')} />
      )}
      {products.data && products.data.length > 0 && (
        <ul className={cls.plain} aria-label={t('page.tab.products')}>
          {products.data.map((product) => (
            <Row key={product.id} programId={program.id} product={product} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function Row({ programId, product }: { programId: string; product: Product }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { act, dialog } = useAct();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { id, title, fileName, size, activity, addedByName, addedAt, mayWithdraw } = product;
  const megabytes = format.number(Math.max(0.1, size / 1024 / 1024), { maximumFractionDigits: 1 });

  const get = () =>
    download(`/api/v1/programs/${programId}/products/${id}/file`, fileName).then(() => setFailure(undefined), setFailure);

  return (
    <li>
      <Text fw={600}>{title}</Text>
      {activity && <Text size="sm">{t('products.from', { activity })}</Text>}
      <Text size="sm" c="dimmed">
        {[fileName, t('products.size', { megabytes }), addedByName, format.instant(addedAt)].join(' · ')}
      </Text>
      <Group gap="xs" mt={4}>
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => void get()}
        >
          {t('products.download')}
          <span className="visually-hidden">: {title}</span>
        </Button>
        {mayWithdraw && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
            {t('products.withdraw')}
            <span className="visually-hidden">: {title}</span>
          </Button>
        )}
      </Group>
      {failure !== undefined && <Failure error={failure} onRetry={() => void get()} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('products.withdrawTitle')}
        confirmLabel={t('products.withdraw')}
        danger
        onConfirm={() => act(() => planActs.withdrawProduct(programId, id))}
      >
        <Text>{t('products.withdrawText', { title })}</Text>
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
