import { useState } from 'react';
import { Alert, Button, Group, List, Modal, Radio, SimpleGrid, Stack, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { Loaded } from '@/shared/ui/loaded';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { duplicates, merge, type History, type Pair, type Preview } from './api';
import { HistoryOf } from './history';
import { usePost } from './posts';

type Acts = { refresh: () => Promise<unknown>; onDone: () => Promise<unknown>; onClose: () => void };
type Props = Acts & { pair: Pair | undefined };

/** Which of two records stays, both histories, what stands against it, and the act. */
export function MergeDialog({ pair, ...rest }: Props) {
  const { t } = useTranslation('duplicates');
  return (
    <Modal opened={pair !== undefined} onClose={rest.onClose} title={t('merge.title')} size="xl">
      {pair && <Compare key={pair.first.personId} pair={pair} {...rest} />}
    </Modal>
  );
}

function Compare({ pair, ...acts }: Acts & { pair: Pair }) {
  const { t } = useTranslation('duplicates');
  const [stays, setStays] = useState(pair.first.personId);
  const other = stays === pair.first.personId ? pair.second.personId : pair.first.personId;
  const preview = useQuery(duplicates.preview(stays, other));
  const sides = [pair.first, pair.second];
  const tell = usePost();
  const format = useFormat();

  return (
    <Stack gap="md">
      <Radio.Group label={t('merge.stays')} description={t('merge.staysHint')} value={stays} onChange={setStays}>
        <Stack gap="xs" mt="xs">
          {sides.map(({ personId, name, birthDate, hasAccount, posts: [latest] }) => (
            <Radio
              key={personId}
              value={personId}
              label={[name, latest ? tell(latest) : t('noPosts')].join(' · ')}
              description={[
                birthDate ? t('born', { date: format.date(birthDate) }) : t('bornUnknown'),
                t(hasAccount ? 'account' : 'noAccount'),
              ].join(' · ')}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Loaded query={preview}>{(read) => <Outcome preview={read} {...acts} />}</Loaded>
    </Stack>
  );
}

function Outcome({ preview, refresh, onDone, onClose }: Acts & { preview: Preview }) {
  const { t } = useTranslation('duplicates');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const { guard, dialog } = useStaleDialog(refresh);
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const { survivor, absorbed, obstacles, samePosts } = preview;

  const send = async () => {
    setSending(true);
    setFailure(undefined);
    try {
      if (await guard(() => merge(preview, reason, header))) await onDone();
    } catch (error) {
      setFailure(problemText(error));
    } finally {
      setSending(false);
    }
  };

  return (
    <Stack gap="md">
      {survivor.name && (
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <HistoryOf title={t('merge.survivor')} history={survivor} />
          <HistoryOf title={t('merge.absorbed')} history={absorbed} />
        </SimpleGrid>
      )}
      {obstacles.length > 0 ? (
        <Alert color="red" variant="outline" title={t('merge.blocked')}>
          <List size="sm">
            {obstacles.map((obstacle) => (
              <List.Item key={obstacle}>{t(`obstacle.${obstacle}`)}</List.Item>
            ))}
          </List>
        </Alert>
      ) : (
        <Does survivor={survivor} absorbed={absorbed} samePosts={samePosts} />
      )}
      {failure && (
        <Alert color="red" variant="outline" role="alert">
          {failure}
        </Alert>
      )}
      {obstacles.length === 0 && (
        <Textarea
          label={t('merge.reason')}
          description={t('merge.reasonHint')}
          maxLength={500}
          autosize
          minRows={2}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      )}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('form.cancel')}
        </Button>
        {obstacles.length === 0 && (
          <Button loading={isSending} onClick={() => void send()}>
            {t('merge.act')}
          </Button>
        )}
      </Group>
      {dialog}
    </Stack>
  );
}

function Does({ survivor, absorbed, samePosts }: { survivor: History; absorbed: History; samePosts: number }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const rows = absorbed.rows.reduce((sum, { rows: count }) => sum + count, 0) + absorbed.programs.length + absorbed.posts.length;
  return (
    <div>
      <Text fw={600}>{t('merge.does')}</Text>
      <List size="sm" withPadding>
        <List.Item>{t('merge.moves', { count: rows })}</List.Item>
        {samePosts > 0 && <List.Item>{t('merge.samePosts', { count: samePosts })}</List.Item>}
        {!survivor.birthDate && absorbed.birthDate && (
          <List.Item>{t('merge.fills', { date: format.date(absorbed.birthDate) })}</List.Item>
        )}
        {survivor.hasAccount && absorbed.hasAccount && <List.Item>{t('merge.accountStays')}</List.Item>}
        {!survivor.hasAccount && absorbed.hasAccount && <List.Item>{t('merge.accountMoves')}</List.Item>}
        <List.Item>{t('merge.undoable')}</List.Item>
      </List>
    </div>
  );
}
