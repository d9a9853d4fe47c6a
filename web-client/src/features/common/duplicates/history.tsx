import { List, Paper, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { History } from './api';
import { Posts } from './posts';

/** Kinds of rows that have a name of their own; the others are counted together. */
const KINDS = [
  'consent',
  'mentor_profile',
  'mentee_profile',
  'mentoring_need',
  'learning_request',
  'match_request',
  'program_evaluation',
  'meeting_confirmation',
  'council_seat',
  'council_vote',
  'entitlement',
  'incentive_proposal',
  'practice_author',
  'census_entry',
] as const;

type Kind = (typeof KINDS)[number];

const isNamed = (code: string): code is Kind => (KINDS as readonly string[]).includes(code);

/** All that is known of one record, as far as it may be told. */
export function HistoryOf({ title, history }: { title: string; history: History }) {
  const { t } = useTranslation('duplicates');
  const format = useFormat();
  const others = history.rows.filter(({ code }) => !isNamed(code)).reduce((sum, { rows }) => sum + rows, 0);

  return (
    <Paper withBorder p="sm" component="section">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text fw={600}>{history.name}</Text>
      <Text size="sm" c="dimmed">
        {history.birthDate ? t('born', { date: format.date(history.birthDate) }) : t('bornUnknown')}
        {history.email && ` · ${history.email}`}
        {history.phone && ` · ${history.phone}`}
      </Text>
      <Text size="sm" mt="xs" fw={500}>
        {t('history.posts')}
      </Text>
      <Posts posts={history.posts} />
      <Text size="sm" mt="xs" fw={500}>
        {t('history.programs')}
      </Text>
      {history.programs.length === 0 && <Text size="sm">{t('history.noPrograms')}</Text>}
      <List size="sm" withPadding>
        {history.programs.map((part) => (
          <List.Item key={part.programId}>
            {t(`role.${part.role as 'Mentor' | 'Mentee'}`)}: {part.title ?? part.organizationName},{' '}
            {part.leftOn
              ? t('until', { from: format.date(part.joinedOn), to: format.lastDay(part.leftOn, part.joinedOn) })
              : t('since', { date: format.date(part.joinedOn) })}
          </List.Item>
        ))}
      </List>
      {history.rows.length > 0 && (
        <>
          <Text size="sm" mt="xs" fw={500}>
            {t('history.rows')}
          </Text>
          <List size="sm" withPadding>
            {history.rows.flatMap(({ code, rows }) =>
              isNamed(code) ? (
                <List.Item key={code}>
                  {t(`kind.${code}`)}: {format.number(rows)}
                </List.Item>
              ) : (
                []
              ),
            )}
            {others > 0 && (
              <List.Item>
                {t('kind.other')}: {format.number(others)}
              </List.Item>
            )}
          </List>
        </>
      )}
    </Paper>
  );
}
