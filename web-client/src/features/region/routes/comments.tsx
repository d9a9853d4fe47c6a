import { useState } from 'react';
import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import type { Route } from './api';
import { Edit, Part } from './part';

const CommentDialog = dialogLater(async () => (await import('./comment-dialog')).CommentDialog);

/** What the teacher and the tutor say to one another of the route, as a whole or of one activity. */
export function Comments({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  return (
    <Part title={t('comments.title')} action={<Edit onClick={() => setOpened(true)}>{t('comments.add')}</Edit>}>
      {route.comments.length === 0 && <Text c="dimmed">{t('comments.none')}</Text>}
      <Stack component="ul" gap="sm" pl={0} my={0} style={{ listStyle: 'none' }}>
        {route.comments.map(({ id, activityId, byTeacher, text, madeAt }) => (
          <li key={id}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {text}
            </Text>
            <Text size="xs" c="dimmed">
              {[
                t(byTeacher ? (route.own ? 'comments.me' : 'comments.teacher') : 'comments.tutor'),
                route.activities.find((one) => one.id === activityId)?.title,
                format.instant(madeAt),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </li>
        ))}
      </Stack>
      <CommentDialog route={route} opened={opened} onClose={() => setOpened(false)} />
    </Part>
  );
}
