import { useState } from 'react';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { initiatives, type Entry, type Initiative } from './api';

const WriteDialog = dialogLater(async () => (await import('./group-dialogs')).WriteDialog, ({ to }) => to !== undefined);

/** What those who are in it say to each other, the latest first. */
export function Talk({ one }: { one: Initiative }) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const pages = useInfiniteQuery(initiatives.entries(one.id));
  const [to, setTo] = useState<Entry | 'all'>();
  const works = one.steps.includes('Work');
  return (
    <section aria-labelledby="talk">
      <Title order={2} size="h4" id="talk" mt="lg" mb="xs">
        {t('talk')}
      </Title>
      {works && (
        <Button variant="default" mb="sm" className="no-print" onClick={() => setTo('all')}>
          {t('write')}
        </Button>
      )}
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) return <Text c="dimmed">{t('talkNone')}</Text>;
          return (
            <>
              <Stack component="ul" gap="xs" pl={0} m={0} style={{ listStyle: 'none' }}>
                {rows.map((entry) => (
                  <Paper component="li" key={entry.id} withBorder p="sm" radius="md">
                    <Text size="sm" c="dimmed">
                      {entry.authorName} · {format.instant(entry.writtenAt)}
                      {entry.answerToName && ` · ${t('answersTo', { name: entry.answerToName })}`}
                    </Text>
                    <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{entry.text}</Text>
                    {works && (
                      <Button size="compact-sm" variant="subtle" mt={4} className="no-print" onClick={() => setTo(entry)}>
                        {t('reply')}
                        <span className="visually-hidden">: {entry.authorName}</span>
                      </Button>
                    )}
                  </Paper>
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <WriteDialog initiativeId={one.id} to={to} onClose={() => setTo(undefined)} />
    </section>
  );
}
