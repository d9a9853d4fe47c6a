import { useState } from 'react';
import { Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { meetingActs } from './acts';
import { meetings } from './api';
import cls from './meetings.module.css';
import type { Meeting, MeetingNote } from './types';

type Props = { meeting: Meeting | undefined; onClose: () => void };

/** Notes of the pair to a meeting: each writes their own, both read both, nobody else any. */
export function NoteDrawer({ meeting, onClose }: Props) {
  const { t } = useTranslation('meetings');
  return (
    <Drawer opened={meeting !== undefined} onClose={onClose} position="right" title={t('note.title')}>
      {meeting && <Notes meeting={meeting} onClose={onClose} />}
    </Drawer>
  );
}

function Notes({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const { data, error, refetch } = useQuery(meetings.note(meeting.id));

  return (
    <Stack gap="md">
      <div>
        <Text fw={600}>{meeting.topic}</Text>
        <Group gap={6} wrap="nowrap" c="dimmed">
          <IconLock size={16} aria-hidden />
          <Text size="sm">{t('note.private')}</Text>
        </Group>
      </div>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && <Own meetingId={meeting.id} text={data.own?.text ?? ''} onClose={onClose} />}
      {data?.others.map((note) => (
        <Other key={note.authorId} note={note} />
      ))}
    </Stack>
  );
}

function Other({ note }: { note: MeetingNote }) {
  const format = useFormat();
  return (
    <section aria-label={note.authorName}>
      <Text fw={600}>{note.authorName}</Text>
      <Text size="xs" c="dimmed">
        {format.instant(note.writtenAt)}
      </Text>
      <p className={cls.summary}>{note.text}</p>
    </section>
  );
}

function Own({ meetingId, text, onClose }: { meetingId: string; text: string; onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const [typed, setTyped] = useState(text);
  const save = useMutation({
    mutationKey: ['meetings', 'note'],
    meta: { inline: true },
    mutationFn: () => meetingActs.writeNote(meetingId, typed.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meetings.note(meetingId).queryKey });
      onClose();
    },
  });

  return (
    <Stack gap="xs">
      <Textarea
        label={t('note.own')}
        autosize
        minRows={5}
        data-autofocus
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {save.error && <Failure error={save.error} />}
      <Group gap="xs">
        <Button
          loading={save.isPending}
          disabled={!typed.trim() || typed === text}
          onClick={() => save.mutate()}
        >
          {common('form.save')}
        </Button>
      </Group>
    </Stack>
  );
}
