import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { routeActs } from './acts';
import { routes, type Route } from './api';
import { useWhole } from './whole';

type Form = { findingId: string; closeness: string; meaning: string; motivation: string; words: string; shared: 'private' | 'shared' };

/** How near the desired self is, as a whole or by one difficulty; private unless shared. */
export function ReflectionDialog({ route, opened, onClose }: { route: Route; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('routes');
  const whole = useWhole();
  const deficits = route.findings.filter(({ kind }) => kind === 'Deficit');
  return (
    <CommandDialog<Form>
      opened={opened}
      onClose={onClose}
      title={t('reflect')}
      submitLabel={t('save')}
      defaults={{ findingId: '', closeness: '50', meaning: '4', motivation: '4', words: '', shared: 'private' }}
      refresh={routes.all}
      onSend={({ findingId, closeness, meaning, motivation, words, shared }) =>
        routeActs.reflect(route, {
          closeness: parseNumber(closeness) ?? 0,
          meaning: parseNumber(meaning) ?? 0,
          motivation: parseNumber(motivation) ?? 0,
          words,
          shared: shared === 'shared',
          findingId: findingId || null,
        })
      }
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="findingId"
            label={t('about7')}
            empty={t('whole')}
            options={deficits.map(({ id, text }) => ({ value: id, label: text }))}
          />
          <NumberField control={control} name="closeness" required label={t('closeness')} checks={whole(t('closeness'), 0, 100)} />
          <NumberField control={control} name="meaning" required label={t('meaning')} checks={whole(t('meaning'), 1, 5)} />
          <NumberField control={control} name="motivation" required label={t('motivation')} checks={whole(t('motivation'), 1, 5)} />
          <TextAreaField control={control} name="words" required label={t('text')} maxLength={5000} />
          <SelectField
            control={control}
            name="shared"
            label={t('sharedField')}
            options={(['private', 'shared'] as const).map((value) => ({ value, label: t(value) }))}
          />
        </>
      )}
    </CommandDialog>
  );
}
