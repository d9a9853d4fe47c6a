import { useState } from 'react';
import { Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { Failure } from '@/shared/ui/failure';
import { sayDone } from '@/shared/ui/say-done';
import { matchingActs } from './acts';
import type { DraftPair } from './use-draft';

type Props = {
  organizationId: string;
  opened: boolean;
  pairs: readonly DraftPair[];
  onClose: () => void;
  onSent: () => void;
};

/** The last look before people are asked: what each side will read. */
export function SendDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('matching');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('send.title')}>
      <Form {...form} />
    </Modal>
  );
}

const NOTE_LENGTH = 1000;

function Form({ organizationId, pairs, onClose, onSent }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const { header } = useIdempotencyKey();
  const send = useMutation(matchingActs.send(organizationId, header));
  const [note, setNote] = useState('');

  const confirm = () =>
    send.mutate(
      {
        pairs: pairs.map(({ menteeId, mentorId, groupId }) => ({ menteeId, mentorId, groupId })),
        note: note.trim() || null,
      },
      {
        onSuccess: () => {
          sayDone(t('send.confirm', { count: pairs.length }));
          onClose();
          onSent();
        },
      },
    );

  return (
    <Stack gap="md">
      <Text size="sm">{t('send.text')}</Text>
      <List size="sm">
        {pairs.map((pair) => (
          <List.Item key={pair.menteeId}>
            {pair.menteeName} — {pair.mentorName}
          </List.Item>
        ))}
      </List>
      <Textarea
        label={t('send.note')}
        autosize
        minRows={2}
        maxLength={NOTE_LENGTH}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {send.isError && <Failure error={send.error} />}
      <Group justify="end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {common('form.cancel')}
        </Button>
        <Button loading={send.isPending} onClick={confirm}>
          {t('send.confirm', { count: pairs.length })}
        </Button>
      </Group>
    </Stack>
  );
}
