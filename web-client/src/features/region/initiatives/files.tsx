import { useState } from 'react';
import { Anchor, Button, FileButton, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { initiativeActs } from './acts';
import { initiatives, type GroupFile, type Initiative } from './api';

const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.jpg,.jpeg,.png,.webp,.mp4,.txt';

type Props = {
  one: Initiative;
  /** The user works where the initiative is at home, and may ask how much room is left there. */
  atHome: boolean;
};

/** What the members have brought: each takes away the own, the leader any. */
export function GroupFiles({ one, atHome }: Props) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const client = useQueryClient();
  const room = useFileRoom(atHome ? { organizationId: one.organizationId } : undefined);
  const [removing, setRemoving] = useState<GroupFile>();
  const again = () => Promise.all([client.invalidateQueries({ queryKey: initiatives.all }), room.refresh()]);
  const act = useMutation({
    meta: { inline: true },
    mutationFn: async (work: { add: File } | { get: GroupFile }): Promise<unknown> => {
      if ('get' in work) return download(initiatives.fileOf(one.id, work.get.id), work.get.name);
      const refused = room.fault(work.add);
      if (refused) throw new Error(refused);
      return initiativeActs.addFile(one.id, work.add);
    },
    onSettled: (_, __, work) => ('add' in work ? again() : undefined),
  });

  return (
    <section aria-labelledby="files">
      <Group justify="space-between" mt="lg" mb="xs">
        <Title order={2} size="h4" id="files">
          {t('files.title')}
        </Title>
        {one.steps.includes('Work') && (
          <FileButton accept={ACCEPTED} onChange={(add) => add && act.mutate({ add })}>
            {(props) => (
              <Button {...props} variant="default" className="no-print" loading={act.isPending}>
                {t('files.add')}
              </Button>
            )}
          </FileButton>
        )}
      </Group>
      {act.error && (
        <Text c="red" size="sm" role="alert" mb="xs">
          {act.error.constructor === Error ? act.error.message : problemText(act.error)}
        </Text>
      )}
      {one.files.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('files.none')}
        </Text>
      )}
      <Stack component="ul" gap={6} m={0} pl={0} style={{ listStyle: 'none' }}>
        {one.files.map((file) => (
          <Group component="li" key={file.id} gap="xs" justify="space-between">
            <div style={{ flex: '1 1 220px', minWidth: 0 }}>
              <Anchor component="button" type="button" ta="start" style={{ overflowWrap: 'anywhere' }} onClick={() => act.mutate({ get: file })}>
                {file.name}
              </Anchor>
              <Text size="sm" c="dimmed">
                {format.size(file.size)} · {file.addedByName} · {format.date(file.addedAt)}
              </Text>
            </div>
            {file.mayRemove && (
              <Button size="compact-sm" variant="subtle" className="no-print" onClick={() => setRemoving(file)}>
                {t('files.remove')}
                <span className="visually-hidden">: {file.name}</span>
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      {one.steps.includes('Work') && (
        <Text size="sm" c="dimmed" mt="xs" className="no-print">
          {t('files.hint')}
        </Text>
      )}
      <ConfirmDialog
        opened={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('files.removeTitle')}
        confirmLabel={t('files.remove')}
        danger
        onConfirm={async () => {
          if (removing) await initiativeActs.removeFile(one.id, removing.id);
          await again();
        }}
      >
        {t('files.removeText', { file: removing?.name ?? '' })}
      </ConfirmDialog>
    </section>
  );
}
