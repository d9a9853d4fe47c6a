import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { tutorActs } from './acts';
import { tutors, type Own } from './api';

type Values = { bodyId: string; areas: string[]; note: string };
type Props = { bodies: Own['bodies']; opened: boolean; onClose: () => void };

const key = ({ bodyId, organizationId }: Own['bodies'][number]) => `${bodyId} ${organizationId}`;

/** In what help is wanted, and of whom. */
export function AskDialog({ bodies, opened, onClose }: Props) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('own.ask')}
      submitLabel={t('own.ask')}
      defaults={{ bodyId: bodies[0] ? key(bodies[0]) : '', areas: [], note: '' }}
      refresh={tutors.all}
      onSend={async ({ bodyId, areas, note }, header) => {
        const body = bodies.find((one) => key(one) === bodyId);
        if (body) await tutorActs.ask({ bodyId: body.bodyId, organizationId: body.organizationId, areas, note: note.trim() || null }, header);
      }}
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="bodyId"
            required
            label={t('own.body')}
            options={bodies.map((one) => ({ value: key(one), label: `${one.bodyName} · ${one.organizationName}` }))}
          />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" label={t('own.areas')} hint={t('own.areasHint')} />
          <TextAreaField control={control} name="note" label={t('own.note')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
