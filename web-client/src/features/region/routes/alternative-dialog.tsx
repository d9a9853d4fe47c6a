import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextAreaField, TextField } from '@/shared/ui/fields';
import { routeActs } from './acts';
import { routes, type Route } from './api';

type Form = { title: string; gains: string; costs: string; motive: string };
type Props = { route: Route; at?: number | undefined; opened: boolean; onClose: () => void };

/** One more alternative, or one that is there; the one with a motive is chosen, and no other then. */
export function AlternativeDialog({ route, at, opened, onClose }: Props) {
  const { t } = useTranslation('routes');
  const known = at === undefined ? undefined : route.alternatives[at];
  const title = t(!known ? 'alternative' : known.chosen ? 'alternativeTitle' : 'chooseTitle');
  return (
    <CommandDialog<Form>
      opened={opened}
      onClose={onClose}
      title={title}
      submitLabel={t(known ? 'save' : 'add')}
      defaults={{ title: known?.title ?? '', gains: known?.gains ?? '', costs: known?.costs ?? '', motive: known?.motive ?? '' }}
      fields={['title', 'gains', 'costs', 'motive']}
      refresh={routes.all}
      onSend={({ motive, ...one }) => {
        const chosen = motive.trim() !== '';
        const written = { ...one, chosen, motive: chosen ? motive : null };
        const others = route.alternatives.map((other) => (chosen ? { ...other, chosen: false, motive: null } : other));
        return routeActs.alternatives(route, known ? others.map((other, index) => (index === at ? written : other)) : [...others, written]);
      }}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="title" required label={t('alternativeTitle')} maxLength={300} />
          <TextAreaField control={control} name="gains" label={t('gains')} maxLength={2000} />
          <TextAreaField control={control} name="costs" label={t('costs')} maxLength={2000} />
          <TextAreaField control={control} name="motive" label={t('motive')} hint={t('motiveHint')} maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}
