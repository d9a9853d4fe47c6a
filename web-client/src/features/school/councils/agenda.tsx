import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { dialogLater } from '@/shared/ui/later';
import rows from '@/shared/councils/rows.module.css';
import { DecisionCard } from './decision-card';
import type { Meeting, Point } from './types';

const PointDialog = dialogLater(async () => (await import('./point-dialog')).PointDialog);
const DecisionDialog = dialogLater(async () => (await import('./decision-dialog')).DecisionDialog);

/** The points of a meeting with the decisions put to each. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('councils');
  const [adding, setAdding] = useState(false);
  const mayAdd = meeting.mayTakePart && (meeting.status === 'Planned' || meeting.status === 'InSession');

  return (
    <section aria-labelledby="agenda">
      <Group justify="space-between" mb="xs">
        <Title order={2} id="agenda">
          {t('plan.agenda')}
        </Title>
        {mayAdd && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('plan.addPoint')}
          </Button>
        )}
      </Group>
      <ol className={rows.list} style={{ listStyle: 'none' }}>
        {meeting.agenda.map((point) => (
          <PointRow key={point.id} meeting={meeting} point={point} />
        ))}
      </ol>
      <PointDialog meeting={meeting} opened={adding} onClose={() => setAdding(false)} />
    </section>
  );
}

function PointRow({ meeting, point }: { meeting: Meeting; point: Point }) {
  const { t } = useTranslation('councils');
  const [proposing, setProposing] = useState(false);
  const { position, kind, subject, speaker, link, heard, decisions } = point;

  return (
    <li style={{ padding: '12px 16px', borderBlockStart: position > 1 ? '1px solid var(--line)' : 0 }}>
      <div className={rows.strong}>
        {position}. {subject}
      </div>
      <Text size="sm" c="dimmed">
        {[t(`agendaKind.${kind}`), speaker && t('plan.reports', { name: speaker })].filter(Boolean).join(' · ')}
        {link && (
          <>
            {' · '}
            <a href={link}>{t('plan.openLink')}</a>
          </>
        )}
      </Text>
      {heard && <p className={rows.text}>{heard}</p>}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} mayVote={meeting.mayTakePart} />
      ))}
      {meeting.mayTakePart && meeting.status === 'InSession' && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setProposing(true)}>
          {t('decision.propose')}
        </Button>
      )}
      <DecisionDialog meeting={meeting} point={point} opened={proposing} onClose={() => setProposing(false)} />
    </li>
  );
}
