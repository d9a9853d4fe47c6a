import { useState } from 'react';
import { Alert, Button, Group, Text, Title } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { initiativeActs } from './acts';
import { initiatives, type Initiative } from './api';
import { GroupFiles } from './files';
import { GroupTasks } from './group-tasks';
import { Meetings } from './meetings';
import { People } from './people';
import type { Place } from './initiatives-page';
import type { StepAct } from './step-dialogs';
import { Talk } from './talk';
import { tones } from './search';

const CardDialog = dialogLater(async () => (await import('./card-dialog')).CardDialog);
const StepDialogs = dialogLater(async () => (await import('./step-dialogs')).StepDialogs, ({ act }) => act !== undefined);

const words = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

export type PageProps = {
  initiativeId: string;
  /** Where the user works, to join from. */
  places: readonly Place[];
  /** Where the user is head or curator, to put people forward from. */
  led: readonly Place[];
  /** Sets schools tasks. */
  sets: boolean;
};

/** One initiative: its card for all who may read of it, and the work of the group for those who are in it. */
export function InitiativePage({ initiativeId, places, led, sets }: PageProps) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  const client = useQueryClient();
  const areas = useDictionary('competence-area');
  const { data: one } = useSuspenseQuery(initiatives.detail(initiativeId));
  const [act, setAct] = useState<StepAct | 'Revise'>();
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: initiatives.all }));
  const isIn = one.standing === 'In';
  const close = () => setAct(undefined);

  return (
    <>
      <p className="no-print">
        <Link to="/initiatives">{t('back')}</Link>
      </p>
      <RecordHeader
        title={one.title}
        status={<StatusTag tone={tones[one.status]}>{t(`statusOf.${one.status}`)}</StatusTag>}
        facts={[
          { label: t('leader'), value: one.leaderName },
          { label: t('home'), value: `${one.organizationName}, ${one.regionNameRu}` },
          { label: t('scope'), value: t(`scopeOf.${one.scope}`) },
          { label: t('joining'), value: t(`joiningOf.${one.byInvitation ? 'invited' : 'ask'}`) },
          { label: t('areas'), value: one.areas.map(areas.name).join(', ') },
          { label: t('memberCount'), value: format.number(one.memberCount) },
          { label: t('schoolsOf'), value: one.schools.map(({ nameShort }) => nameShort).join(', ') },
          ...(one.offeredTo.length > 0 ? [{ label: t('offeredTo'), value: one.offeredTo.map(({ nameShort }) => nameShort).join(', ') }] : []),
        ]}
      >
        <Steps one={one} led={led} sets={sets} mayAsk={places.length > 0} onAct={setAct} attempt={attempt} />
      </RecordHeader>
      <Standing one={one} attempt={attempt} />
      <section aria-labelledby="purpose">
        <Title order={2} size="h4" id="purpose" mb={4}>
          {t('purpose')}
        </Title>
        <Text maw={720} style={words}>
          {one.purpose}
        </Text>
      </section>
      {one.outcome && (
        <section aria-labelledby="outcome">
          <Title order={2} size="h4" id="outcome" mt="md" mb={4}>
            {t(one.status === 'Closed' ? 'whyClosed' : 'outcome')}
          </Title>
          <Text maw={720} style={words}>
            {one.outcome}
          </Text>
        </section>
      )}
      {isIn && (
        <>
          <GroupTasks one={one} attempt={attempt} />
          <Meetings one={one} />
          <SchoolTasks one={one} />
          <GroupFiles one={one} atHome={places.some(({ id }) => id === one.organizationId)} />
          <People one={one} attempt={attempt} onAct={setAct} />
          <Talk one={one} />
        </>
      )}
      {!isIn && (
        <Text size="sm" c="dimmed" mt="md">
          {t('onlyMembers')}
        </Text>
      )}
      <CardDialog places={[]} initiative={one} opened={act === 'Revise'} onClose={close} />
      <StepDialogs act={act === 'Revise' ? undefined : act} one={one} places={places} led={led} onClose={close} />
      {dialog}
    </>
  );
}

type Attempt = (send: () => Promise<unknown>, word?: string) => void;
type StepsProps = { one: Initiative; led: readonly Place[]; sets: boolean; mayAsk: boolean; onAct: (act: StepAct | 'Revise') => void; attempt: Attempt };

function Steps({ one, led, sets, mayAsk, onAct, attempt }: StepsProps) {
  const { t } = useTranslation('initiatives');
  const may = (step: Initiative['steps'][number]) => one.leads && one.steps.includes(step);
  const goesOn = one.status === 'Open' || one.status === 'Running';
  return (
    <>
      {may('Open') && <Button onClick={() => attempt(() => initiativeActs.open(one), t('step.Open'))}>{t('step.Open')}</Button>}
      {may('Begin') && <Button onClick={() => attempt(() => initiativeActs.begin(one), t('step.Begin'))}>{t('step.Begin')}</Button>}
      {may('Complete') && <Button onClick={() => onAct('Complete')}>{t('step.Complete')}</Button>}
      {may('Gather') && (
        <>
          <Button variant="default" onClick={() => onAct('Invite')}>
            {t('step.Invite')}
          </Button>
          <Button variant="default" onClick={() => onAct('Offer')}>
            {t('step.Offer')}
          </Button>
        </>
      )}
      {may('Revise') && (
        <Button variant="default" onClick={() => onAct('Revise')}>
          {t('revise')}
        </Button>
      )}
      {may('Close') && (
        <Button variant="default" onClick={() => onAct('Close')}>
          {t('step.Close')}
        </Button>
      )}
      {one.mayAsk && mayAsk && <Button onClick={() => onAct('Ask')}>{t('step.Ask')}</Button>}
      {!one.leads && goesOn && led.length > 0 && (
        <Button variant="default" onClick={() => onAct('Suggest')}>
          {t('step.Suggest')}
        </Button>
      )}
      {one.standing === 'In' && !one.leads && (
        <Button variant="default" onClick={() => onAct('Leave')}>
          {t('step.Leave')}
        </Button>
      )}
      {sets && goesOn && (
        <LinkButton variant="default" to="/school-tasks" search={{ initiative: one.id }}>
          {t('setSchools')}
        </LinkButton>
      )}
    </>
  );
}

/** Where one stands who is not in it yet. */
function Standing({ one, attempt }: { one: Initiative; attempt: Attempt }) {
  const { t } = useTranslation('initiatives');
  if (one.standing !== 'Invited' && one.standing !== 'Suggested' && one.standing !== 'Asked') return null;
  return (
    <Alert mb="md" title={t(`standing.${one.standing}`)}>
      <Text size="sm" mb="xs">
        {t(`standingText.${one.standing}`)}
      </Text>
      <Group gap="xs">
        {one.standing === 'Asked' ? (
          <Button size="compact-sm" variant="default" onClick={() => attempt(() => initiativeActs.leave(one.id), t('takeBack'))}>
            {t('takeBack')}
          </Button>
        ) : (
          <>
            <Button size="compact-sm" onClick={() => attempt(() => initiativeActs.answer(one.id, true), t('accept'))}>
              {t('accept')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => attempt(() => initiativeActs.answer(one.id, false), t('decline'))}>
              {t('decline')}
            </Button>
          </>
        )}
      </Group>
    </Alert>
  );
}

/** What a territory or a body has set schools in it. */
function SchoolTasks({ one }: { one: Initiative }) {
  const { t } = useTranslation('initiatives');
  const format = useFormat();
  if (one.schoolTasks.length === 0) return null;
  return (
    <section aria-labelledby="school-tasks">
      <Title order={2} size="h4" id="school-tasks" mt="lg" mb="xs">
        {t('schoolTasks')}
      </Title>
      {one.schoolTasks.map(({ id, title, text, dueOn, setter, schoolCount, withdrawn }) => (
        <article key={id} aria-label={title}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            {withdrawn && <StatusTag tone="off">{t('reportStatus.Withdrawn')}</StatusTag>}
          </Group>
          <Text size="sm" c="dimmed">
            {setter} · {t('dueBy', { date: format.date(dueOn) })} · {t('schools', { count: schoolCount })}
          </Text>
          <Text size="sm" style={words} mb="sm">
            {text}
          </Text>
        </article>
      ))}
    </section>
  );
}
