import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { later } from '@/shared/ui/later';
import { practiceActs } from './acts';
import cls from './practices.module.css';
import type { Practice } from './types';
import { usePracticeAct } from './use-practice-act';

const AddMaterial = later(async () => (await import('./add-material')).AddMaterial);

type Material = Practice['materials'][number];

/** What helps to repeat it: plans, sheets, recordings. Authors add and take away while it is a draft. */
export function Materials({ practice: { id, organizationId, own, status, materials } }: { practice: Practice }) {
  const { t } = useTranslation('practices');
  const mayWrite = own && status === 'Draft';
  if (materials.length === 0 && !mayWrite) return null;

  return (
    <section className={cls.card} aria-labelledby="materials">
      <Title order={2} id="materials" mb="xs">
        {t('materials.title')}
      </Title>
      {materials.length > 0 ? (
        <ul className={cls.plain} aria-labelledby="materials">
          {materials.map((material) => (
            <Row key={material.id} practiceId={id} material={material} mayWithdraw={mayWrite} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t('materials.noneText')}</Text>
      )}
      {mayWrite && <AddMaterial practiceId={id} organizationId={organizationId} />}
    </section>
  );
}

function Row({ practiceId, material, mayWithdraw }: { practiceId: string; material: Material; mayWithdraw: boolean }) {
  const { t } = useTranslation('practices');
  const format = useFormat();
  const { act, dialog } = usePracticeAct();
  const [asking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const { id, title, fileName, size } = material;
  const megabytes = format.number(Math.max(0.1, size / 1024 / 1024), { maximumFractionDigits: 1 });
  const get = () => download(`/api/v1/practices/${practiceId}/materials/${id}`, fileName).then(() => setFailure(undefined), setFailure);

  return (
    <li>
      <Text fw={600}>{title}</Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {[fileName, t('materials.size', { megabytes })].join(' · ')}
      </Text>
      <Group gap="xs" mt={4}>
        <Button size="compact-sm" variant="light" leftSection={<IconDownload size={14} aria-hidden />} onClick={() => void get()}>
          {t('materials.download')}
          <span className="visually-hidden">: {title}</span>
        </Button>
        {mayWithdraw && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsking(true)}>
            {t('materials.withdraw')}
            <span className="visually-hidden">: {title}</span>
          </Button>
        )}
      </Group>
      {failure !== undefined && <Failure error={failure} onRetry={() => void get()} />}
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('materials.withdrawTitle')}
        confirmLabel={t('materials.withdraw')}
        danger
        onConfirm={() => act(() => practiceActs.detach(practiceId, id))}
      >
        <Text>{t('materials.withdrawText', { title })}</Text>
      </ConfirmDialog>
      {dialog}
    </li>
  );
}
