import { useState } from 'react';
import { Button, Checkbox, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import type { Column } from '@/shared/ui/data-table/column';
import { DataTable } from '@/shared/ui/data-table/data-table';
import { EmptyState } from '@/shared/ui/empty-state';
import { Loaded } from '@/shared/ui/loaded';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { tutorActs } from './acts';
import { tutors, type Pair } from './api';

/** The best way to give the free places; nothing is sent before it is said. */
export function PlanTab({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('tutors');
  const [asked, setAsked] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const query = useQuery(tutors.plan(organizationId, asked));
  const client = useQueryClient();
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: tutors.all }));
  const columns = useColumns(left, (teacherId, taken) => {
    const next = new Set(left);
    if (taken) next.delete(teacherId);
    else next.add(teacherId);
    setLeft(next);
  });

  return (
    <>
      <Text size="sm" mb="sm" maw={720}>
        {t('plan.about')}
      </Text>
      <Checkbox mb="sm" label={t('plan.askedOnly')} checked={asked} onChange={(event) => setAsked(event.currentTarget.checked)} />
      <Loaded query={query}>
        {(plan) => {
          const chosen = plan.pairs.filter(({ teacherId }) => !left.has(teacherId));
          return (
            <>
              <Text size="sm" mb="sm" role="status">
                {t('plan.sums', { served: plan.served, teachers: plan.teachers, places: plan.places })}
                {plan.noPlace > 0 && ` ${t('plan.noPlace', { count: plan.noPlace })}`}
                {plan.nobodyFits > 0 && ` ${t('plan.nobodyFits', { count: plan.nobodyFits })}`}
                {plan.served > plan.pairs.length && ` ${t('plan.first', { count: plan.pairs.length })}`}
              </Text>
              {plan.pairs.length > 0 && (
                <Group mb="sm">
                  <Button
                    disabled={chosen.length === 0}
                    onClick={() =>
                      attempt(
                        () => tutorActs.propose(organizationId, chosen.map(({ teacherId, tutorId }) => ({ teacherId, tutorId })), null),
                        t('plan.done'),
                      )
                    }
                  >
                    {t('plan.send', { count: chosen.length })}
                  </Button>
                </Group>
              )}
              <DataTable
                id="tutor-plan"
                label={t('registry.tab.plan')}
                columns={columns}
                rows={plan.pairs}
                rowKey={({ teacherId }) => teacherId}
                wrap
                empty={<EmptyState title={t('plan.none')} text={t(plan.teachers === 0 ? 'plan.noTeachers' : 'plan.noneText')} />}
              />
            </>
          );
        }}
      </Loaded>
      {dialog}
    </>
  );
}

function useColumns(left: ReadonlySet<string>, onTake: (teacherId: string, taken: boolean) => void): Column<Pair>[] {
  const { t } = useTranslation('tutors');
  const zones = useDictionary('competence-area');
  return [
    {
      id: 'take',
      header: t('plan.take'),
      unsortable: true,
      width: 0.8,
      value: () => '',
      cell: (pair) => (
        <Checkbox
          aria-label={t('plan.takeOf', { name: pair.teacherName })}
          checked={!left.has(pair.teacherId)}
          onChange={(event) => onTake(pair.teacherId, event.currentTarget.checked)}
        />
      ),
    },
    {
      id: 'teacher',
      header: t('teacher'),
      rowHeader: true,
      unsortable: true,
      width: 2,
      value: ({ teacherName }) => teacherName,
      cell: ({ teacherName, schoolName }) => (
        <>
          {teacherName}
          <Text size="xs" c="dimmed">
            {schoolName}
          </Text>
        </>
      ),
    },
    { id: 'tutor', header: t('tutor'), unsortable: true, width: 1.8, value: ({ tutorName }) => tutorName },
    {
      id: 'why',
      header: t('plan.why'),
      unsortable: true,
      width: 2.6,
      value: (pair) =>
        [
          pair.asked && t('plan.asked'),
          pair.areas.length > 0 && t('plan.areas', { areas: pair.areas.map(zones.name).join(', ') }),
          pair.place === 20 && t('plan.near'),
          t('plan.free', { share: Math.round((100 * pair.load) / 15) }),
        ]
          .filter(Boolean)
          .join('; '),
    },
  ];
}
