import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { tutors } from './api';
import { consultationTones } from './search';

/** The Monday of the week of a day. */
const monday = (day: string) => dayjs(day).subtract((dayjs(day).day() + 6) % 7, 'day').format('YYYY-MM-DD');
const shift = (day: string, days: number) => dayjs(day).add(days, 'day').format('YYYY-MM-DD');

type Props = { day: string | undefined; onDay: (day: string | undefined) => void };

/** A tutor's consultations of one week with all teachers, by day. */
export function Week({ day, onDay }: Props) {
  const { t } = useTranslation('tutors');
  const format = useFormat();
  const from = monday(day ?? today());
  const query = useQuery(tutors.week(from));
  return (
    <section aria-labelledby="week">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="week">
          {t('week.of', { from: format.date(from), until: format.date(shift(from, 6)) })}
        </Title>
        <Group gap={4} className="no-print">
          <Button size="compact-sm" variant="default" onClick={() => onDay(shift(from, -7))}>
            {t('week.before')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onDay(undefined)}>
            {t('week.this')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => onDay(shift(from, 7))}>
            {t('week.after')}
          </Button>
        </Group>
      </Group>
      <Loaded query={query}>
        {(rows) => {
          if (rows.length === 0) return <EmptyState title={t('week.none')} text={t('week.noneText')} />;
          const days = [...new Set(rows.map(({ on }) => on))];
          return (
            <Stack gap="md">
              {days.map((on) => (
                <div key={on}>
                  <Title order={3} size="h5" mb={4}>
                    {format.date(on, 'day')}
                  </Title>
                  <Stack component="ul" gap="xs" pl={0} m={0} style={{ listStyle: 'none' }}>
                    {rows
                      .filter((one) => one.on === on)
                      .map((one) => (
                        <Paper key={one.id} component="li" withBorder p="sm" radius="md">
                          <Group justify="space-between" gap="xs">
                            <Text>
                              {`${format.instant(one.startsAt, 'day', one.timeZone)} · `}
                              <Link to="/tutoring/$tutoringId" params={{ tutoringId: one.tutoringId }}>
                                {one.personName}
                              </Link>
                            </Text>
                            <StatusTag tone={one.toRecord ? 'risk' : consultationTones[one.status]}>
                              {t(one.toRecord ? 'week.toRecord' : `consultationStatus.${one.status}`)}
                            </StatusTag>
                          </Group>
                          <Text size="sm">{one.topic}</Text>
                          <Text size="xs" c="dimmed">
                            {[one.organizationName, t('consultation.minutes', { count: one.durationMinutes }), one.place].filter(Boolean).join(' · ')}
                          </Text>
                          {one.link && one.status === 'Planned' && (
                            <Anchor size="sm" href={one.link} target="_blank" rel="noreferrer">
                              {t('consultation.join')}
                            </Anchor>
                          )}
                        </Paper>
                      ))}
                  </Stack>
                </div>
              ))}
            </Stack>
          );
        }}
      </Loaded>
    </section>
  );
}
