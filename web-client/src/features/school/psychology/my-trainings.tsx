import { Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { psychology } from './api';

/** Trainings to which the reader is or was invited. */
export function MyTrainings() {
  const { t } = useTranslation('psychology');
  const format = useFormat();
  const trainings = useQuery(psychology.myTrainings());
  return (
    <Loaded query={trainings}>
      {(all) => (
        <Stack gap="xs">
          {all.length === 0 && <Text c="dimmed">{t('myTraining.none')}</Text>}
          {all.map(({ id, title, topic, about, startsAt, durationMinutes, place, status, cancelReason, attendance }) => (
            <Paper key={id} withBorder p="sm">
              <StatusTag tone={status === 'Planned' ? 'wait' : 'off'}>
                {status === 'Held' ? t(`attendance.${attendance}`) : t(`trainingStatus.${status}`)}
              </StatusTag>
              <Text fw={600}>{title}</Text>
              <Text size="sm" c="dimmed">
                {[t(`topic.${topic}`), format.instant(startsAt), t('minutes', { count: durationMinutes }), place].join(' · ')}
              </Text>
              {about && <Text size="sm">{about}</Text>}
              {cancelReason && <Text size="sm">{cancelReason}</Text>}
            </Paper>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
