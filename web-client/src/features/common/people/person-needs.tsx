import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Person } from './api';
import { NeedCell } from './need-cell';
import { schoolYearName } from '@/shared/i18n/school-year';

type Props = {
  person: Person;
  name: string;
  year: number;
  /** Where this year's need may be changed. */
  places: readonly { organizationId: string; organizationName: string }[];
  onSet: (organizationId: string) => void;
  onClear: (organizationId: string) => void;
};

/** This year's need at each place of work, and those of the years before. */
export function PersonNeeds({ person, name, year, places, onSet, onClear }: Props) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const editable = new Map(places.map((place) => [place.organizationId, place.organizationName]));
  const isEdited = (need: Person['needs'][number]) =>
    need.schoolYear === year && editable.has(need.organizationId);

  return (
    <Stack gap="sm" maw={640}>
      {[...editable].map(([place, organization]) => {
        const need = person.needs.find((one) => one.organizationId === place && one.schoolYear === year);
        return (
          <div key={place}>
            <Text size="xs" c="dimmed">
              {t('person.schoolYear', { year: schoolYearName(year) })} · {organization}
            </Text>
            <Group gap="xs">
              <NeedCell
                name={name}
                need={need ?? null}
                onSet={() => onSet(place)}
                onClear={() => onClear(place)}
              />
            </Group>
            {need?.note && <Text size="sm">{need.note}</Text>}
          </div>
        );
      })}
      {person.needs
        .filter((need) => !isEdited(need))
        .map((need) => (
          <div key={`${need.organizationId}:${need.schoolYear}`}>
            <Text size="xs" c="dimmed">
              {t('person.schoolYear', { year: schoolYearName(need.schoolYear) })} ·{' '}
              {t('person.noted', { date: format.date(need.notedOn) })}
            </Text>
            <StatusTag tone={need.schoolYear === year ? 'wait' : 'off'}>
              {t(`needCategory.${need.category}`)}
            </StatusTag>
            {need.note && <Text size="sm">{need.note}</Text>}
          </div>
        ))}
    </Stack>
  );
}
