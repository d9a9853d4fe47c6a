import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { routes, type Route } from './api';
import { planResource, type Suggestion } from './suggestions-api';

const sections = ['A', 'B', 'V', 'G'] as const;
const reasons = ['Education', 'Teacher', 'Participants'] as const;

type Form = {
  section: (typeof sections)[number];
  product: string;
  startsOn: string;
  endsOn: string;
  reason: (typeof reasons)[number];
  words: string;
};

/** A suggested resource goes into the roadmap; under way it is a correction, which asks for its reason. */
export function PlanResourceDialog({ route, suggestion, onClose }: { route: Route; suggestion: Suggestion | undefined; onClose: () => void }) {
  const { t } = useTranslation('routes');
  const correcting = route.route.status === 'InProgress' || route.route.status === 'Reflection';
  const hasRun = Boolean(suggestion?.runId);
  return (
    <CommandDialog<Form>
      opened={suggestion !== undefined}
      onClose={onClose}
      title={t('suggestion.plan')}
      submitLabel={t('suggestion.plan')}
      defaults={{
        section: suggestion?.section ?? 'G',
        product: '',
        startsOn: '',
        endsOn: '',
        reason: 'Teacher',
        words: '',
      }}
      fields={['section', 'product', 'startsOn', 'endsOn', 'reason', 'words']}
      refresh={routes.all}
      onSend={({ section, product, startsOn, endsOn, reason, words }) =>
        suggestion
          ? planResource(route, {
              resourceId: suggestion.resourceId,
              runId: suggestion.runId,
              section,
              findingIds: suggestion.findingIds,
              product: product.trim(),
              ...(hasRun ? {} : { startsOn, endsOn }),
              ...(correcting ? { reason, words: words.trim() } : {}),
            })
          : Promise.resolve()
      }
    >
      {({ control }) => (
        <>
          <Text size="sm">{suggestion?.title}</Text>
          <SelectField
            control={control}
            name="section"
            label={t('letterOf')}
            options={sections.map((value) => ({ value, label: t(`letter.${value}`) }))}
          />
          {!hasRun && (
            <Group grow align="start" gap="sm" preventGrowOverflow={false}>
              <DateField control={control} name="startsOn" required label={t('startsOn')} />
              <DateField control={control} name="endsOn" required label={t('endsOn')} />
            </Group>
          )}
          <TextField control={control} name="product" required label={t('expected')} maxLength={1000} />
          {correcting && (
            <>
              <SelectField
                control={control}
                name="reason"
                label={t('reason')}
                options={reasons.map((value) => ({ value, label: t(`corrections.${value}`) }))}
              />
              <TextAreaField control={control} name="words" required label={t('words')} maxLength={2000} />
            </>
          )}
        </>
      )}
    </CommandDialog>
  );
}
