import { ActionIcon, Anchor, Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { diagnosisActs } from './acts';
import { diagnosis, evidenceOf, type Diagnosis } from './api';

const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.jpg,.jpeg,.png,.webp,.mp4,.txt';

type Props = { of: Diagnosis; area: string; onRemove?: (evidenceId: string) => void };

/** The files beside an area, to be downloaded. */
export function EvidenceOf({ of, area, onRemove }: Props) {
  const { t } = useTranslation('diagnosis');
  const format = useFormat();
  const files = of.evidence.filter((one) => one.area === area);
  if (files.length === 0) return null;
  return (
    <Stack component="ul" gap={4} m={0} p={0} mt={4} style={{ listStyle: 'none' }}>
      {files.map(({ id, name, size }) => (
        <Group component="li" key={id} gap="xs" wrap="nowrap">
          <Anchor component="button" type="button" size="sm" ta="start" onClick={() => void download(evidenceOf(of.id, id), name)}>
            {name}
          </Anchor>
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {format.size(size)}
          </Text>
          {onRemove && (
            <ActionIcon variant="subtle" color="gray" aria-label={t('evidence.remove', { name })} onClick={() => onRemove(id)}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
    </Stack>
  );
}

/** Beside an area while it is filled in: added and taken away. */
export function AddEvidence({ of, area }: Omit<Props, 'onRemove'>) {
  const { t } = useTranslation('diagnosis');
  const client = useQueryClient();
  const room = useFileRoom({ organizationId: of.organizationId });
  const change = useMutation({
    meta: { inline: true },
    mutationFn: async (act: { add: File } | { remove: string }): Promise<unknown> => {
      if ('remove' in act) return diagnosisActs.removeEvidence(of.id, act.remove);
      const refused = room.fault(act.add);
      if (refused) throw new Error(refused);
      return diagnosisActs.addEvidence(of.id, area, act.add);
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: diagnosis.one(of.id).queryKey }), room.refresh()]),
  });

  return (
    <Stack gap="xs" role="group" aria-label={t('evidence.title')}>
      <EvidenceOf of={of} area={area} onRemove={(remove) => change.mutate({ remove })} />
      {change.error && (
        <Text c="red" size="sm" role="alert">
          {change.error.constructor === Error ? change.error.message : problemText(change.error)}
        </Text>
      )}
      <Group gap="xs">
        <FileButton accept={ACCEPTED} onChange={(add) => add && change.mutate({ add })}>
          {(props) => (
            <Button {...props} variant="default" size="xs" loading={change.isPending}>
              {t('evidence.add')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('evidence.hint')}
        </Text>
      </Group>
    </Stack>
  );
}
