import { useState } from 'react';
import { Anchor, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';
import { Timeline, type TimelineEvent } from '@/shared/ui/timeline';
import cls from './act-page.module.css';
import type { Act } from './api';

const EditionDialog = dialogLater(
  async () => (await import('./edition-dialog')).EditionDialog,
  ({ edition }) => edition !== undefined,
);

/** What was said and done: the last word first where the act waits for an answer, then everything by day. */
export function ActHistory({ act }: { act: Act }) {
  const { t } = useTranslation('local-acts');
  const [edition, setEdition] = useState<number>();
  const objection = act.status === 'Draft' ? act.cosigns.find((one) => one.status === 'Refused' && one.edition === act.edition) : undefined;
  const returned = act.status === 'Draft' ? act.returns.find((one) => one.edition === act.edition) : undefined;

  const events: (TimelineEvent & { at: string })[] = [
    ...act.editions.map((one) => ({
      id: `e${one.edition}`,
      at: one.writtenAt,
      title: (
        <Anchor component="button" type="button" onClick={() => setEdition(one.edition)}>
          {t('history.edition', { number: one.edition })}
        </Anchor>
      ),
      by: one.writtenByName,
      details:
        [one.reason, one.contributors.length > 0 && t('history.contributors', { names: one.contributors.join(', ') })].filter(Boolean).join('. ') ||
        null,
    })),
    ...act.cosigns.map((one, index) => ({
      id: `c${index}`,
      at: one.decidedAt ?? one.requestedAt,
      title: t(`history.cosign.${one.status}`),
      ...(one.decidedByName ? { by: one.decidedByName } : {}),
      details: one.comment,
    })),
    ...act.returns.map((one, index) => ({
      id: `r${index}`,
      at: one.returnedAt,
      title: t('history.returned'),
      by: one.returnedByName,
      details: one.comment,
    })),
    ...(act.signedOn ? [{ id: 'approved', at: act.signedOn, title: t('history.approved'), by: act.approvedByName ?? '' }] : []),
    ...(act.endedOn ? [{ id: 'ended', at: act.endedOn, title: t(`status.${act.status}`), details: act.endReason }] : []),
  ].sort((a, b) => b.at.slice(0, 10).localeCompare(a.at.slice(0, 10)) || b.at.localeCompare(a.at));

  return (
    <aside className={`${cls.side} no-print`} aria-label={t('history.title')}>
      {objection && (
        <div role="note" className={cls.note}>
          <Text fw={600}>{t('note.objection')}</Text>
          <Text size="sm">{objection.comment}</Text>
        </div>
      )}
      {returned && (
        <div role="note" className={cls.note}>
          <Text fw={600}>{t('note.returned')}</Text>
          <Text size="sm">{returned.comment}</Text>
        </div>
      )}
      {act.noUnionReason && (
        <div role="note" className={cls.note}>
          <Text fw={600}>{t('note.noUnion')}</Text>
          <Text size="sm">{act.noUnionReason}</Text>
        </div>
      )}
      {act.supersedesId && (
        <Text size="sm">
          {t('note.supersedes')}{' '}
          <Anchor renderRoot={(props) => <Link to="/documents/$actId" params={{ actId: act.supersedesId! }} {...props} />}>{act.supersedesTitle}</Anchor>
        </Text>
      )}
      {act.successorId && (
        <Anchor renderRoot={(props) => <Link to="/documents/$actId" params={{ actId: act.successorId! }} {...props} />}>{t('note.successor')}</Anchor>
      )}
      <section>
        <Title order={2} size="h3" mb="xs">
          {t('history.title')}
        </Title>
        <Timeline events={events} label={t('history.title')} />
      </section>
      <EditionDialog actId={act.id} edition={edition} onClose={() => setEdition(undefined)} />
    </aside>
  );
}
