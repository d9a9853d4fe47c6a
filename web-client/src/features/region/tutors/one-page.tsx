import { useState, type ReactNode } from 'react';
import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { Timeline } from '@/shared/ui/timeline';
import { tutors, type One } from './api';
import { Consultations } from './consultations';
import { Marks } from './marks';
import cls from './one-page.module.css';
import { tones } from './search';

const CommentDialog = dialogLater(async () => (await import('./one-dialogs')).CommentDialog);

/** One teacher with one tutor, as tutor, teacher, the school and the centre see it. */
export function TutoringOnePage({ tutoringId, beside }: { tutoringId: string; beside?: (one: One) => ReactNode }) {
  const query = useQuery(tutors.one(tutoringId));
  return <Loaded query={query}>{(one) => <Shown one={one} beside={beside?.(one)} />}</Loaded>;
}

function Shown({ one, beside }: { one: One; beside: ReactNode }) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const zones = useDictionary('competence-area');
  const facts = [
    one.side !== 'Teacher' && one.organizationName,
    one.bodyName,
    one.startsOn &&
      (one.endsOn
        ? t('period', { from: format.date(one.startsOn), until: format.lastDay(one.endsOn, one.startsOn) })
        : t('since', { from: format.date(one.startsOn) })),
  ];
  return (
    <>
      <PageHeader
        title={one.side === 'Teacher' ? t('one.myTutor', { name: one.tutorName ?? '—' }) : one.personName}
        summary={facts.filter(Boolean).join(' · ')}
      />
      <div className={beside ? cls.beside : undefined}>
        <Stack gap="md" maw={860}>
          <Paper withBorder p="md" radius="md" component="section" aria-label={t('one.about')}>
            <StatusTag tone={tones[one.status]}>{t(`status.${one.status}`)}</StatusTag>
            {one.side !== 'Teacher' && one.side !== 'Tutor' && <Text size="sm" mt="xs">{t('one.tutorIs', { name: one.tutorName ?? '—' })}</Text>}
            {one.areas.length > 0 && <Text size="sm" mt="xs">{t('one.areasAre', { areas: one.areas.map(zones.name).join(', ') })}</Text>}
            {one.note && <Text size="sm" mt="xs">{one.note}</Text>}
          </Paper>
          <Consultations one={one} />
          {one.said.length > 0 && (
            <Marks tutoringId={one.id} said={one.said} as={one.canMark ? (one.side === 'Tutor' ? 'Tutor' : 'School') : undefined} />
          )}
          <Comments one={one} />
          <section aria-labelledby="steps">
            <Title order={2} size="h4" mb="xs" id="steps">
              {t('one.steps')}
            </Title>
            <Timeline
              label={t('one.steps')}
              events={one.steps
                .map(({ status, at, byName, reason }, index) => ({ id: String(index), at, title: t(`taken.${status}`), by: byName, details: reason }))
                .reverse()}
            />
          </section>
        </Stack>
        {beside && <Stack gap="lg">{beside}</Stack>}
      </div>
    </>
  );
}

function Comments({ one }: { one: One }) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  return (
    <section aria-labelledby="comments">
      <Title order={2} size="h4" mb="xs" id="comments">
        {t('one.comments')}
      </Title>
      {one.comments.length === 0 && <Text size="sm">{t('one.noComments')}</Text>}
      <Stack component="ul" gap="sm" pl={0} my="xs" style={{ listStyle: 'none' }}>
        {one.comments.map(({ id, authorName, side, said, saidAt }) => (
          <li key={id}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
              {said}
            </Text>
            <Text size="xs" c="dimmed">
              {authorName} · {t(`side.${side}`)} · {format.instant(saidAt)}
            </Text>
          </li>
        ))}
      </Stack>
      {one.canComment && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('one.comment')}
        </Button>
      )}
      <CommentDialog tutoringId={one.id} opened={opened} onClose={() => setOpened(false)} />
    </section>
  );
}
