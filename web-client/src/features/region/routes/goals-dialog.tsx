import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { routeActs } from './acts';
import { routes, type Route } from './api';
import { useMeasures } from './goal-state';

type Props = { route: Route; opened: boolean; onClose: () => void };

/** Goals of the programs in which the teacher is a mentee, and which of them the route takes as difficulties. */
export function GoalsDialog({ route, opened, onClose }: Props) {
  const { t } = useTranslation('routes');
  const areas = useDictionary('competence-area');
  const measures = useMeasures();
  const { data } = useQuery({ ...routes.goals(route.route.id), enabled: opened });
  if (!data) return null;
  const programs = [...new Map(data.map(({ programId, programTitle }) => [programId, programTitle]))];

  return (
    <CommandDialog<{ goalIds: string[] }>
      opened={opened}
      onClose={onClose}
      title={t('goals.title')}
      submitLabel={t('take.submit')}
      defaults={{ goalIds: [] }}
      fields={['goalIds']}
      refresh={routes.all}
      onSend={({ goalIds }) => routeActs.takeGoals(route, goalIds)}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t(data.length > 0 ? 'goals.hint' : 'goals.none')}</Text>
          <Controller
            control={control}
            name="goalIds"
            render={({ field, fieldState }) => (
              <Checkbox.Group value={field.value} onChange={field.onChange} error={fieldState.error?.message}>
                {programs.map(([programId, title]) => (
                  <fieldset key={programId} style={{ border: 0, padding: 0, margin: 0 }}>
                    <Text component="legend" fw={600} mt="xs">
                      {title}
                    </Text>
                    <Stack gap="xs" mt="xs">
                      {data
                        .filter((goal) => goal.programId === programId)
                        .map((goal) => (
                          <Checkbox
                            key={goal.goalId}
                            value={goal.goalId}
                            disabled={goal.taken}
                            label={`${goal.difficulty}${goal.taken ? ` — ${t('take.taken')}` : ''}`}
                            description={[areas.name(goal.areaCode), goal.goal, measures(goal)].filter(Boolean).join(' · ')}
                          />
                        ))}
                    </Stack>
                  </fieldset>
                ))}
              </Checkbox.Group>
            )}
          />
        </>
      )}
    </CommandDialog>
  );
}
