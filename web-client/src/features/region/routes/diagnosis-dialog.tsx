import { Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { routeActs } from './acts';
import { routes, type Route } from './api';

type Values = { diagnosisId: string; areaCodes: string[] };
type Props = { route: Route; kind: 'Strength' | 'Deficit'; opened: boolean; onClose: () => void };

/** A diagnosis that is done, what it says, and which of it the route takes. */
export function DiagnosisDialog({ route, kind, opened, onClose }: Props) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const { data } = useQuery({ ...routes.diagnoses(route.route.id), enabled: opened });
  const all = (data ?? []).filter(({ finds }) => finds === kind);
  const name = ({ instrumentNameRu, instrumentNameEn, expertName, doneAt }: (typeof all)[number]) =>
    [format.language === 'ru' ? instrumentNameRu : instrumentNameEn, expertName && t('take.byExpert', { name: expertName }), format.instant(doneAt)]
      .filter(Boolean)
      .join(' · ');
  if (!data) return null;

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('take.title')}
      submitLabel={t('take.submit')}
      defaults={{ diagnosisId: all[0]?.id ?? '', areaCodes: [] }}
      refresh={routes.all}
      onSend={({ diagnosisId, areaCodes }) => routeActs.takeDiagnosis(route, diagnosisId, areaCodes)}
    >
      {({ control, setValue, watch }) => {
        const chosen = all.find(({ id }) => id === watch('diagnosisId'));
        return (
          <>
            <Text size="sm">{t(all.length > 0 ? 'take.hint' : 'take.none')}</Text>
            {all.length > 0 && (
              <NativeSelect
                label={t('take.which')}
                value={chosen?.id ?? ''}
                onChange={(event) => {
                  setValue('diagnosisId', event.currentTarget.value);
                  setValue('areaCodes', []);
                }}
                data={all.map((one) => ({ value: one.id, label: name(one) }))}
              />
            )}
            {chosen && (
              <Controller
                control={control}
                name="areaCodes"
                render={({ field, fieldState }) => (
                  <Checkbox.Group label={t('take.areas')} value={field.value} onChange={field.onChange} error={fieldState.error?.message}>
                    <Stack gap="xs" mt="xs">
                      {chosen.areas.map(({ areaCode, level, taken }) => (
                        <Checkbox
                          key={areaCode}
                          value={areaCode}
                          disabled={taken}
                          label={`${areas.name(areaCode)} — ${t('levelOf', { level })}${taken ? `, ${t('take.taken')}` : ''}`}
                        />
                      ))}
                    </Stack>
                  </Checkbox.Group>
                )}
              />
            )}
          </>
        );
      }}
    </CommandDialog>
  );
}
