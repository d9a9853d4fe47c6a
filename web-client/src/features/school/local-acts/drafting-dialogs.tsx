import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { DateField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { actActs } from './acts';
import { type Act, type CoDrafting } from './api';
import { useAct } from './use-act';

/** For how long the council and the union are asked, and about what. */
export function OpenDialog({ act: shown, onClose }: { act: Act; onClose: () => void }) {
  const { t } = useTranslation('local-acts');
  const { act, dialog } = useAct();
  return (
    <>
      <CommandDialog
        opened
        onClose={onClose}
        title={t('drafting.openTitle')}
        submitLabel={t('drafting.open')}
        defaults={{ closesOn: '', question: '' }}
        onSend={({ closesOn, question }) => act(() => actActs.openDrafting(shown.id, { version: shown.version, closesOn, question: question.trim() || null }))}
      >
        {({ control }) => (
          <>
            <DateField control={control} name="closesOn" label={t('drafting.closesOn')} required />
            <TextAreaField control={control} name="question" label={t('drafting.question')} maxLength={1000} />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}

type Values = { kind: 'Wording' | 'Comment'; passage: string; wording: string; reason: string };

/** Other words for one line of the text, or a thought on it. */
export function SuggestDialog({ drafting, onClose }: { drafting: CoDrafting; onClose: () => void }) {
  const { t } = useTranslation('local-acts');
  const { act, dialog } = useAct();
  const key = useIdempotencyKey();
  const initial: Values = { kind: 'Wording', passage: drafting.passages[0] ?? '', wording: '', reason: '' };
  return (
    <>
      <CommandDialog<Values>
        opened
        size="lg"
        onClose={onClose}
        title={t('drafting.suggestTitle', { number: drafting.edition })}
        submitLabel={t('drafting.send')}
        defaults={initial}
        onSend={({ kind, passage, wording, reason }) => {
          const said = { edition: drafting.edition, kind, reason: reason.trim(), passage: passage || null };
          return act(() => actActs.suggest(drafting.actId, kind === 'Wording' ? { ...said, wording: wording.trim() } : said, key.header));
        }}
      >
        {({ control }) => <Fields control={control} passages={drafting.passages} />}
      </CommandDialog>
      {dialog}
    </>
  );
}

function Fields({ control, passages }: { control: Control<Values>; passages: readonly string[] }) {
  const { t } = useTranslation('local-acts');
  const changes = useWatch({ control, name: 'kind' }) === 'Wording';
  const kinds = (['Wording', 'Comment'] as const).map((value) => ({ value, label: t(`suggestionKind.${value}`) }));
  const lines = passages.map((value) => ({ value, label: value.length > 90 ? `${value.slice(0, 90)}…` : value }));
  return (
    <>
      <SelectField control={control} name="kind" label={t('drafting.kind')} options={kinds} />
      <SelectField
        control={control}
        name="passage"
        label={t('drafting.passage')}
        options={lines}
        {...(changes ? {} : { empty: t('drafting.whole') })}
        required={changes}
      />
      {changes && <TextAreaField control={control} name="wording" label={t('drafting.wording')} rows={4} maxLength={4000} required />}
      <TextAreaField control={control} name="reason" label={t(changes ? 'drafting.reason' : 'drafting.comment')} maxLength={2000} required />
    </>
  );
}
