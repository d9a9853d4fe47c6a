import { useState } from 'react';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { StatusTag } from '@/shared/ui/status-tag';
import { profileActs } from './acts';
import { profiles, type Place, type Wish } from './api';
import { Section } from './form-parts';
import cls from './profiles.module.css';
import { useAct } from './use-act';

/** Who plans to become a mentor or a mentee, and how their number grows. */
export function Wishes({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const { data, error } = useQuery(profiles.wishes(organizationId));
  if (error) return <Failure error={error} />;
  if (!data) return <Skeleton h={160} />;

  return (
    <>
      {data.years.length > 0 && (
        <Section id="growth" title={t('wish.growth')}>
          <table className={cls.years}>
            <thead>
              <tr>
                <th scope="col">{t('wish.year')}</th>
                <th scope="col">{t('wish.mentors')}</th>
                <th scope="col">{t('wish.mentees')}</th>
              </tr>
            </thead>
            <tbody>
              {data.years.map(({ schoolYear, mentors, mentees }) => (
                <tr key={schoolYear}>
                  <th scope="row">{schoolYearName(schoolYear)}</th>
                  <td>{format.number(mentors)}</td>
                  <td>{format.number(mentees)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      <Section id="wishes" title={t('wish.title')}>
        {data.items.length === 0 && <EmptyState title={t('wish.none')} text={t('wish.noneText')} />}
        <ul className={cls.rows}>
          {data.items.map((item) => (
            <li key={item.id} className={cls.row}>
              <Group justify="space-between" gap="xs">
                <Text fw={600}>{item.name}</Text>
                <StatusTag tone={item.cameTrue ? 'ok' : 'wait'}>{t(item.cameTrue ? 'wish.cameTrue' : `wish.plans.${item.wish}`)}</StatusTag>
              </Group>
              <Text size="sm" c="dimmed">
                {t('wish.since', { date: format.date(item.expressedOn) })}
              </Text>
              {item.note && <p className={cls.text}>{item.note}</p>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** The user's own plans, said and taken back. */
export function OwnWishes({ place }: { place: Place }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const { data } = useQuery(profiles.wishes(place.organizationId));
  const [chosen, setChosen] = useState<Wish>();
  const { act, attempt, dialog } = useAct();
  const own = data?.items.filter(({ personId }) => personId === place.personId) ?? [];

  return (
    <Section id="plans" title={t('wish.own')}>
      <ul className={cls.rows}>
        {(['Mentor', 'Mentee'] as const).map((wish) => {
          const said = own.find((item) => item.wish === wish);
          return (
            <li key={wish} className={cls.row}>
              <Group justify="space-between" gap="xs">
                <div>
                  <Text>{t(`wish.iPlan.${wish}`)}</Text>
                  {said && (
                    <Text size="sm" c="dimmed">
                      {t('wish.since', { date: format.date(said.expressedOn) })}
                    </Text>
                  )}
                </div>
                {said ? (
                  <Button
                    size="xs"
                    variant="subtle"
                    aria-label={t(`wish.withdraw.${wish}`)}
                    onClick={() => attempt(() => profileActs.withdrawWish(said.id), t('wish.giveUp'))}
                  >
                    {t('wish.giveUp')}
                  </Button>
                ) : (
                  <Button size="xs" variant="default" aria-label={t(`wish.say.${wish}`)} onClick={() => setChosen(wish)}>
                    {t('wish.express')}
                  </Button>
                )}
              </Group>
            </li>
          );
        })}
      </ul>
      <ConfirmDialog
        opened={chosen !== undefined}
        onClose={() => setChosen(undefined)}
        title={chosen ? t(`wish.iPlan.${chosen}`) : ''}
        confirmLabel={t('wish.express')}
        reasonLabel={t('wish.note')}
        askReason="optional"
        onConfirm={(note) => chosen && act(() => profileActs.expressWish(place, chosen, note))}
      />
      {dialog}
    </Section>
  );
}
