import { Checkbox, Text } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { lastDay } from '@/shared/i18n/dates';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { offerActs } from './acts';
import { offers, type OwnOffer } from './api';
import { scopes, type Workplace } from './search';

type Values = Record<'organizationId' | 'places' | 'words' | 'endsOn', string> & {
  scope: (typeof scopes)[number];
  areas: string[];
  forms: string[];
  kinds: string[];
  remote: boolean;
};

const valuesOf = (offer: OwnOffer | undefined, place: string): Values => ({
  organizationId: place,
  scope: offer?.scope ?? 'Municipality',
  areas: [...(offer?.areas ?? [])],
  forms: [...(offer?.forms ?? [])],
  kinds: [...(offer?.kinds ?? [])],
  remote: offer?.remote ?? false,
  places: String(offer?.places ?? 1),
  words: offer?.words ?? '',
  endsOn: offer ? lastDay(offer.endsOn) : '',
});

type Props = { places: readonly Workplace[]; offer: OwnOffer | undefined; opened: boolean; onClose: () => void };

/** What a mentor offers beyond the school, for the first time or otherwise than before. */
export function OfferDialog({ places, offer, opened, onClose }: Props) {
  const { t } = useTranslation('offers');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(offer ? 'revise' : 'make')}
      submitLabel={t('propose')}
      defaults={valuesOf(offer, places[0]?.id ?? '')}
      refresh={offers.all}
      onSend={({ organizationId, places: count, words, endsOn, ...rest }, header) => {
        const card = { ...rest, places: parseNumber(count) ?? 0, words: words.trim(), endsOn: endAfter(endsOn) ?? '' };
        return offer ? offerActs.revise(offer, card) : offerActs.make(organizationId, card, header);
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t('proposeText')}</Text>
          {!offer && places.length > 1 && (
            <SelectField
              control={control}
              name="organizationId"
              label={t('fromWhere')}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            control={control}
            name="scope"
            label={t('scope')}
            hint={t('scopeHint')}
            options={scopes.map((value) => ({ value, label: t(`scopeOf.${value}`) }))}
          />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" required label={t('areas')} />
          <TextAreaField control={control} name="words" required label={t('words')} hint={t('wordsHint')} maxLength={2000} />
          <DictionaryListField control={control} name="forms" dictionary="mentoring-form" label={t('forms')} hint={t('anyWhereEmpty')} />
          <DictionaryListField control={control} name="kinds" dictionary="mentoring-kind" label={t('kinds')} hint={t('anyWhereEmpty')} />
          <RemoteField control={control} />
          <NumberField control={control} name="places" required label={t('places')} hint={t('placesHint')} />
          <DateField control={control} name="endsOn" required label={t('lastDay')} />
        </>
      )}
    </CommandDialog>
  );
}

function RemoteField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('offers');
  const { field } = useController({ control, name: 'remote' });
  return <Checkbox label={t('remote')} checked={field.value} onBlur={field.onBlur} onChange={({ currentTarget }) => field.onChange(currentTarget.checked)} />;
}
