import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Meeting } from './types';
import rows from '@/shared/councils/rows.module.css';

type Props = {
  meeting: Meeting;
  may: boolean;
  present: readonly string[];
  onChange: (present: string[]) => void;
};

/** Who of the members is there, and whether the council can decide. */
export function Attendance({ meeting, may, present, onChange }: Props) {
  const { t } = useTranslation('councils');
  const { attendance, quorum, status } = meeting;

  return (
    <section className={rows.card} aria-labelledby="attendance">
      <Title order={2} id="attendance">
        {t('attendance.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm" role="status">
        {t('attendance.count', { present: present.length, members: attendance.length, quorum })}
      </Text>
      {may ? (
        <Stack gap="xs">
          {attendance.map(({ personId, name, chair }) => (
            <Checkbox
              key={personId}
              label={chair ? t('attendance.chair', { name }) : name}
              checked={present.includes(personId)}
              onChange={({ currentTarget: { checked } }) =>
                onChange(checked ? [...present, personId] : present.filter((id) => id !== personId))
              }
            />
          ))}
        </Stack>
      ) : (
        <ul>
          {attendance.map(({ personId, name, chair, present: came }) => (
            <li key={personId}>
              {chair ? t('attendance.chair', { name }) : name}
              {status !== 'Planned' && ` — ${t(came ? 'attendance.present' : 'attendance.absent')}`}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
