import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { preparationActs } from './acts';
import type { Preparation } from './types';

type Values = { kind: Preparation['kind']; level: Preparation['level']; title: string; participants: string; startsOn: string; aim: string };
type Props = { organizationId: string; opened: boolean; onClose: () => void };

const kinds = ['Contest', 'Forum', 'Conference', 'Festival'] as const;
const levels = ['School', 'Municipality', 'Region', 'Federation'] as const;

/** Takes on the preparation for a contest, a forum, a conference or a festival. */
export function PreparationDialog({ organizationId, opened, onClose }: Props) {
  const { t } = useTranslation('preparations');
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const initial: Values = { kind: 'Contest', level: 'Municipality', title: '', participants: '', startsOn: '', aim: '' };

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        title={t('preparations.addTitle')}
        submitLabel={t('preparations.add')}
        defaults={initial}
        onSend={async ({ aim, title, participants, ...rest }) => {
          const body = { ...rest, title: title.trim(), participants: participants.trim(), aim: aim.trim() || null };
          const done = await act(() => preparationActs.addPreparation(organizationId, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {({ control }) => (
          <>
            <TextField control={control} name="title" label={t('preparations.name')} maxLength={300} required />
            <Group grow align="start" gap="sm" preventGrowOverflow={false}>
              <SelectField
                control={control}
                name="kind"
                label={t('preparations.kind')}
                options={kinds.map((value) => ({ value, label: t(`preparationKind.${value}`) }))}
              />
              <SelectField
                control={control}
                name="level"
                label={t('preparations.level')}
                options={levels.map((value) => ({ value, label: t(`preparationLevel.${value}`) }))}
              />
              <DateField control={control} name="startsOn" label={t('preparations.startsOn')} required />
            </Group>
            <TextAreaField control={control} name="participants" label={t('preparations.who')} rows={2} maxLength={1000} required />
            <TextAreaField control={control} name="aim" label={t('preparations.aim')} rows={2} maxLength={2000} />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
