import { useState } from 'react';
import { Button, Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { conditions, type Condition } from './api';

const ConditionDialog = dialogLater(async () => (await import('./condition-dialog')).ConditionDialog, ({ condition }) => condition !== undefined);

export const groups = ['Staffing', 'Methodical', 'Material', 'Financial', 'Psychological'] as const;
const tones: Record<'Met' | 'Partly' | 'NotMet', Tone> = { Met: 'ok', Partly: 'wait', NotMet: 'risk' };

type Props = {
  organizationId: string;
  mayWrite: boolean;
  /** A year before this one, only to be read. */
  year: number | undefined;
  onYear: (year: number | undefined) => void;
};

/** The school's own judgement of its conditions, in five groups, with evidence and a plan of improvement. */
export function ConditionsPage({ organizationId, mayWrite, year, onYear }: Props) {
  const { t } = useTranslation('conditions');
  const format = useFormat();
  const list = useQuery(conditions.list(organizationId, year));
  const [chosen, setChosen] = useState<Condition>();

  return (
    <>
      <PageHeader title={t('title')} summary={list.data && t('year', { year: schoolYearName(list.data.schoolYear) })}>
        {list.data && (
          <Button variant="default" onClick={() => onYear(year ? undefined : list.data.schoolYear - 1)}>
            {year ? t('thisYear') : t('lastYear')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={list}>
        {({ items, met, assessed, total, programChoices }) => (
          <>
            <Paper withBorder p="md" mb="md">
              <Text mb={6}>{t('met', { met: format.number(met), total: format.number(total), assessed: format.number(assessed) })}</Text>
              <Progress value={total ? (met / total) * 100 : 0} aria-label={t('share')} />
              {!year && assessed < total && (
                <Text size="sm" c="dimmed" mt={6}>
                  {t(mayWrite ? 'next' : 'waiting')}
                </Text>
              )}
            </Paper>
            <Stack gap="lg">
              {groups.map((group) => (
                <section key={group} aria-label={t(`group.${group}`)}>
                  <Title order={2} size="h3" mb="xs">
                    {t(`group.${group}`)}
                  </Title>
                  <Stack gap="xs">
                    {items
                      .filter((item) => item.group === group)
                      .map((item) => (
                        <Card
                          key={item.code}
                          item={item}
                          programs={programChoices}
                          onAssess={mayWrite && !year ? () => setChosen(item) : undefined}
                        />
                      ))}
                  </Stack>
                </section>
              ))}
            </Stack>
            <ConditionDialog organizationId={organizationId} condition={chosen} programs={programChoices} onClose={() => setChosen(undefined)} />
          </>
        )}
      </Loaded>
    </>
  );
}

type Choice = { id: string; title: string };
type CardProps = { item: Condition; programs: readonly Choice[]; onAssess: (() => void) | undefined };

function Card({ item, programs, onAssess }: CardProps) {
  const { t } = useTranslation('conditions');
  const format = useFormat();
  const name = format.language === 'ru' ? item.nameRu : item.nameEn;
  const { level, before, fact, factKind, evidence, improvement, responsibleName, dueOn } = item;
  const used = programs.filter(({ id }) => item.programs.includes(id));
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="start" gap="sm">
        <div style={{ flex: '1 1 280px', minWidth: 0 }}>
          <Text fw={600}>{name}</Text>
          <StatusTag tone={level ? tones[level] : 'off'}>{level ? t(`level.${level}`) : t('unassessed')}</StatusTag>
          {before && (
            <Text size="xs" c="dimmed">
              {t('before', { level: t(`level.${before}`) })}
            </Text>
          )}
          {fact !== null && factKind && (
            <Text size="sm" c="dimmed">
              {t('fact', { what: t(`factKind.${factKind}`), count: format.number(fact) })}
            </Text>
          )}
          {evidence && <Text size="sm">{evidence}</Text>}
          {improvement && (
            <Text size="sm">
              {t('improve', { text: improvement })}
              {dueOn && ` · ${t('until', { date: format.date(dueOn) })}`}
              {responsibleName && ` · ${responsibleName}`}
            </Text>
          )}
          {used.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('resource', { programs: used.map(({ title }) => `«${title}»`).join(', ') })}
            </Text>
          )}
        </div>
        {onAssess && (
          <Button variant="default" className="no-print" aria-label={`${t('assess')}: ${name}`} onClick={onAssess}>
            {t('assess')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
