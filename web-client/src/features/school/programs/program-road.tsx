import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StateSteps } from '@/shared/ui/state-steps';
import { placeOnRoad, road, type RoadState } from './status';
import type { Program } from './types';

type Passed = { at?: string | null | undefined; by?: string | undefined };

const latest = (moments: (string | null | undefined)[]) =>
  moments.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a), undefined);

/** When each state was left behind, and by whose decision. */
function passed(program: Program): Record<RoadState, Passed> {
  const approved = (stage: string) =>
    program.approvals.find((one) => one.stage === stage && one.decision === 'Approved');
  const council = approved('Council');
  const head = approved('Head');
  const given = program.consents.filter(({ status }) => status === 'Given');

  return {
    Draft: { at: program.submittedAt },
    Consent: { at: latest(given.map(({ decidedAt }) => decidedAt)) },
    Council: { at: council?.decidedAt, by: council?.decidedByName },
    Approved: { at: head?.decidedAt, by: head?.decidedByName },
    Active: { at: program.finishedAt },
    Completed: {},
  };
}

export function ProgramRoad({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const current = placeOnRoad(program);
  const passages = passed(program);
  const place = road.indexOf(current);

  const steps = road.map((state, index) => {
    const { at, by } = passages[state];
    const before = road[index - 1];
    const since = before ? passages[before].at : program.createdAt;
    const isEndedEarly = state === 'Completed' && program.status === 'EndedEarly';
    return {
      id: state,
      label: isEndedEarly ? t('status.EndedEarly') : t(`road.${state}`),
      note:
        index < place
          ? at && [format.date(at), by].filter(Boolean).join(' · ')
          : index === place && since && t('road.since', { date: format.date(since) }),
    };
  });

  return (
    <div style={{ marginBlockEnd: 24 }}>
      <StateSteps steps={steps} current={current} label={t('road.label')} />
    </div>
  );
}
