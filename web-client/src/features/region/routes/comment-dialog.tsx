import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { routeActs } from './acts';
import { routes, type Route } from './api';

type Values = { text: string; activityId: string };

/** Something to say of the route or of one of its activities. */
export function CommentDialog({ route, opened, onClose }: { route: Route; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('routes');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('comments.add')}
      submitLabel={t('comments.send')}
      defaults={{ text: '', activityId: '' }}
      refresh={routes.all}
      onSend={({ text, activityId }, header) => routeActs.comment(route, { text, activityId: activityId || null }, header)}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="text" required label={t('comments.text')} maxLength={2000} />
          <SelectField
            control={control}
            name="activityId"
            label={t('comments.about')}
            empty={t('whole')}
            options={route.activities.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </>
      )}
    </CommandDialog>
  );
}
