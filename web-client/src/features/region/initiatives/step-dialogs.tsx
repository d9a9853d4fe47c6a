import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OrganizationField } from '@/shared/organizations/organization-field';
import { ColleagueField } from '@/shared/people/colleague-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { initiativeActs } from './acts';
import { initiatives, type Initiative, type Member } from './api';
import type { Place } from './initiatives-page';

type Simple = 'Complete' | 'Close' | 'Invite' | 'Offer' | 'Ask' | 'Suggest' | 'Leave';
export type StepAct = Simple | { refuse: Member } | { handOver: Member };

type Values = { text: string; organizationId: string; offeredTo: string; personIds: string[] };
type Props = { act: StepAct | undefined; one: Initiative; places: readonly Place[]; led: readonly Place[]; onClose: () => void };

const withText = ['Complete', 'Close', 'Ask', 'Refuse'] as const;
const largest = { Complete: 4000, Close: 1000, Ask: 1000, Refuse: 1000 } as const;

/** Each step that asks for something: a reason, people, an organization, or only a yes. */
export function StepDialogs({ act: wanted, one, places, led, onClose }: Props) {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate();
  const member = typeof wanted === 'object' ? ('refuse' in wanted ? wanted.refuse : wanted.handOver) : undefined;
  const act = typeof wanted === 'object' ? ('refuse' in wanted ? 'Refuse' : 'HandOver') : (wanted ?? 'Leave');
  const from = act === 'Suggest' ? led : places;
  const needsPlace = act === 'Invite' || act === 'Suggest' || act === 'Ask';
  const text = withText.find((name) => name === act);

  const send = async ({ text: words, organizationId, offeredTo, personIds }: Values) => {
    if (act === 'Complete') return initiativeActs.complete(one, words.trim());
    if (act === 'Close') return initiativeActs.close(one, words.trim());
    if (act === 'Invite' || act === 'Suggest') return initiativeActs.invite(one.id, organizationId, personIds);
    if (act === 'Offer') return initiativeActs.offer(one, offeredTo);
    if (act === 'Ask') return initiativeActs.ask(one.id, organizationId, words.trim());
    if (act === 'Refuse' && member) return initiativeActs.decide(one.id, member.id, false, words.trim());
    if (act === 'HandOver' && member) return initiativeActs.handOver(one, member.id);
    await initiativeActs.leave(one.id);
    // One by invitation is no longer one's own to read.
    return navigate({ to: '/initiatives' });
  };

  return (
    <CommandDialog<Values>
      opened={wanted !== undefined}
      onClose={onClose}
      size="lg"
      title={t(`dialog.${act}.title`)}
      submitLabel={t(`dialog.${act}.send`)}
      defaults={{ text: '', organizationId: from[0]?.id ?? '', offeredTo: '', personIds: [] }}
      refresh={initiatives.all}
      onSend={send}
    >
      {({ control, watch }) => (
        <>
          <Text size="sm" c="dimmed">
            {t(`dialog.${act}.about`, { name: member?.personName ?? '' })}
          </Text>
          {needsPlace && from.length > 1 && (
            <SelectField control={control} name="organizationId" label={t('from')} options={from.map(({ id, name }) => ({ value: id, label: name }))} />
          )}
          {(act === 'Invite' || act === 'Suggest') && (
            <ColleagueField
              control={control}
              name="personIds"
              required
              label={t('whom')}
              organizationId={watch('organizationId')}
              nobody={t('nobody')}
              most={50}
            />
          )}
          {act === 'Offer' && <OrganizationField control={control} name="offeredTo" required label={t('organization')} except={one.organizationId} />}
          {text && (
            <TextAreaField
              control={control}
              name="text"
              required={text !== 'Ask'}
              label={t(`dialog.${text}.text`)}
              rows={text === 'Complete' ? 6 : 3}
              maxLength={largest[text]}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}
