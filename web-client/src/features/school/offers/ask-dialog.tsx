import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { offerActs } from './acts';
import { offers, type FoundOffer } from './api';
import type { Seeker } from './search';

type Props = { offer: FoundOffer | undefined; seekers: readonly Seeker[]; onClose: () => void };

const keyOf = ({ organizationId, menteeId }: Seeker) => menteeId ?? organizationId;

/** Asks for a mentor: for oneself, or for somebody of the school. */
export function AskDialog({ offer, seekers, onClose }: Props) {
  const { t } = useTranslation('offers');
  const others = seekers.some(({ menteeId }) => menteeId);
  return (
    <CommandDialog<{ menteeId: string; words: string }>
      opened={offer !== undefined}
      onClose={onClose}
      title={t('askOf', { name: offer?.mentorName })}
      submitLabel={t('ask')}
      defaults={{ menteeId: others ? '' : seekers[0] ? keyOf(seekers[0]) : '', words: '' }}
      refresh={offers.all}
      onSend={async ({ menteeId, words }, header) => {
        const seeker = seekers.find((one) => keyOf(one) === menteeId);
        if (offer && seeker) await offerActs.ask(offer.id, seeker, words.trim(), header);
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t(others ? 'askText.school' : 'askText.own')}</Text>
          {seekers.length > 1 || others ? (
            <SelectField
              control={control}
              name="menteeId"
              required
              label={t(others ? 'forWhom' : 'fromWhere')}
              {...(others ? { empty: t('chooseWhom') } : {})}
              options={seekers.map((one) => ({ value: keyOf(one), label: one.name }))}
            />
          ) : null}
          <TextAreaField control={control} name="words" required={!others} label={t('askWords')} hint={t('askWordsHint')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
