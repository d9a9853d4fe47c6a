import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { parseNumber } from '@/shared/i18n/numbers';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { NumberField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { councilPrograms, decisionsOn } from '@/shared/councils/choices';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { incentiveActs } from './acts';
import { incentiveFunctions, type Incentive, type IncentiveFunction } from './types';

type Props = { organizationId: string; opened: boolean; onClose: () => void };
type Values = { personId: string; kind: Incentive['kind']; function: IncentiveFunction; incentive: string; amountKopecks: string; grounds: string };

const KOPECKS = 100;

/** Proposes to reward somebody who takes part in mentoring here. */
export function ProposeIncentive({ organizationId, opened, onClose }: Props) {
  const { t } = useTranslation('incentives');
  const format = useFormat();
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const { data: programs = [] } = useQuery({ ...councilPrograms(organizationId), enabled: opened });
  const people = new Map(programs.flatMap(({ mentors, mentees }) => [...mentors, ...mentees]).map(({ personId, name }) => [personId, name]));
  const options = [...people].map(([value, label]) => ({ value, label })).sort((a, b) => format.compare(a.label, b.label));
  const kinds = (['NonMaterial', 'Material'] as const).map((value) => ({ value, label: t(`incentiveKind.${value}`) }));
  const functions = incentiveFunctions.map((value) => ({ value, label: t(`incentiveFunction.${value}`) }));
  const initial: Values = { personId: '', kind: 'NonMaterial', function: 'Moral', incentive: '', amountKopecks: '', grounds: '' };

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        title={t('incentives.proposeTitle')}
        submitLabel={t('incentives.propose')}
        defaults={initial}
        onSend={async ({ personId, kind, function: purpose, incentive, amountKopecks, grounds }) => {
          const roubles = kind === 'Material' && amountKopecks.trim() ? parseNumber(amountKopecks) : null;
          const body = {
            personId,
            kind,
            function: purpose,
            incentive: incentive.trim(),
            grounds: grounds.trim(),
            amountKopecks: typeof roubles === 'number' ? Math.round(roubles * KOPECKS) : null,
          };
          const done = await act(() => incentiveActs.propose(organizationId, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {({ control }) => (
          <>
            <SelectField control={control} name="personId" label={t('incentives.person')} options={options} empty={t('incentives.choose')} required />
            <SelectField control={control} name="kind" label={t('incentives.kind')} options={kinds} />
            <SelectField control={control} name="function" label={t('incentives.function')} hint={t('incentives.functionHint')} options={functions} />
            <TextField control={control} name="incentive" label={t('incentives.incentive')} hint={t('incentives.incentiveHint')} maxLength={300} required />
            <NumberField control={control} name="amountKopecks" label={t('incentives.amount')} hint={t('incentives.amountHint')} unit="₽" />
            <TextAreaField control={control} name="grounds" label={t('incentives.grounds')} maxLength={2000} required />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}

/** Support rests on a decision that the council adopted. */
export function SupportIncentive({ organizationId, proposal, opened, onClose }: Props & { proposal: Incentive }) {
  const { t } = useTranslation('incentives');
  const { act, dialog } = useCouncilAct();
  const { data: decisions = [] } = useQuery({
    ...decisionsOn(organizationId, { status: ['Adopted', 'CarriedOut'], kind: 'Incentive' }),
    enabled: opened,
  });
  const options = decisions.map(({ id, text, meetingNumber }) => ({
    value: id,
    label: t('incentives.decisionOption', { number: meetingNumber ?? '—', text }),
  }));

  return (
    <>
      <CommandDialog<{ decisionId: string }>
        opened={opened}
        onClose={onClose}
        title={t('incentives.supportTitle')}
        submitLabel={t('incentives.step.Support')}
        defaults={{ decisionId: '' }}
        onSend={({ decisionId }) => act(() => incentiveActs.decide(proposal.id, { version: proposal.version, supported: true, decisionId }))}
      >
        {({ control }) => (
          <>
            <Text>
              {proposal.personName}: {proposal.incentive}
            </Text>
            <SelectField
              control={control}
              name="decisionId"
              label={t('incentives.decisionField')}
              hint={t(options.length ? 'incentives.decisionHint' : 'incentives.noDecisions')}
              options={options}
              empty={t('incentives.choose')}
              required
            />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
