import { useState } from 'react';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { FormDialog } from '@/shared/ui/form-dialog';
import { councilActs } from './api';
import cls from './councils.module.css';
import { DecisionCard } from './decision-card';
import { agendaKinds } from './status';
import type { AgendaKind, Meeting, Point } from './types';
import { useCouncilAct } from './use-council-act';

type NewPoint = { kind: AgendaKind; subject: string; speaker: string; link: string };

/** The points of a meeting with the decisions put to each. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('councils');
  const [adding, setAdding] = useState(false);
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const mayAdd = meeting.mayTakePart && (meeting.status === 'Planned' || meeting.status === 'InSession');
  const kinds = agendaKinds.map((value) => ({ value, label: t(`agendaKind.${value}`) }));
  const initial: NewPoint = { kind: 'Program', subject: '', speaker: '', link: '' };

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
      <ol className={cls.list} style={{ listStyle: 'none' }}>
        {meeting.agenda.map((point) => (
          <PointRow key={point.id} meeting={meeting} point={point} />
        ))}
      </ol>
      <FormDialog<NewPoint>
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('plan.addPoint')}
        sendLabel={t('plan.add')}
        initial={initial}
        onSend={async ({ kind, subject, speaker, link }) => {
          const body = { kind, subject: subject.trim(), speaker: speaker.trim() || null, link: link.trim() || null };
          const done = await act(() => councilActs.addPoint(meeting.id, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {(control) => (
          <>
            <SelectField control={control} name="kind" label={t('plan.kind')} options={kinds} />
            <TextAreaField control={control} name="subject" label={t('plan.subjectOne')} rows={2} maxLength={500} required />
            <TextField control={control} name="speaker" label={t('plan.speaker')} maxLength={200} />
            <TextField control={control} name="link" label={t('plan.link')} hint={t('plan.linkHint')} maxLength={300} />
          </>
        )}
      </FormDialog>
      {dialog}
    </section>
  );
}

type NewDecision = { text: string; responsibleName: string; dueOn: string };

function PointRow({ meeting, point }: { meeting: Meeting; point: Point }) {
  const { t } = useTranslation('councils');
  const [proposing, setProposing] = useState(false);
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const { position, kind, subject, speaker, link, heard, decisions } = point;
  const initial: NewDecision = { text: '', responsibleName: '', dueOn: '' };

  return (
    <li style={{ padding: '12px 16px', borderBlockStart: position > 1 ? '1px solid var(--line)' : 0 }}>
      <div className={cls.strong}>
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
      {heard && <p className={cls.text}>{heard}</p>}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} mayVote={meeting.mayTakePart} />
      ))}
      {meeting.mayTakePart && meeting.status === 'InSession' && (
        <Button mt="xs" size="compact-sm" variant="default" onClick={() => setProposing(true)}>
          {t('decision.propose')}
        </Button>
      )}
      <FormDialog<NewDecision>
        opened={proposing}
        onClose={() => setProposing(false)}
        title={t('decision.proposeTitle', { subject })}
        sendLabel={t('decision.propose')}
        initial={initial}
        onSend={async ({ text, responsibleName, dueOn }) => {
          const body = { agendaItemId: point.id, text: text.trim(), responsibleName: responsibleName.trim() || null, dueOn: dueOn || null };
          const done = await act(() => councilActs.propose(meeting.id, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {(control) => (
          <>
            <TextAreaField control={control} name="text" label={t('decision.text')} maxLength={2000} required />
            <TextField control={control} name="responsibleName" label={t('decision.responsible')} maxLength={200} />
            <DateField control={control} name="dueOn" label={t('decision.dueOn')} />
          </>
        )}
      </FormDialog>
      {dialog}
    </li>
  );
}
