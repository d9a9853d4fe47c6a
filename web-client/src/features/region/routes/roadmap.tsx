import { useState } from 'react';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import { routeActs } from './acts';
import type { Activity, Route } from './api';
import { lineOf } from './line';
import { Edit, Part } from './part';
import cls from './steps.module.css';
import { Suggestions } from './suggestions';

const ActivityDialog = dialogLater(async () => (await import('./dialogs')).ActivityDialog);
const ProductDialog = dialogLater(async () => (await import('./dialogs')).ProductDialog);
const ReasonDialog = dialogLater(async () => (await import('./dialogs')).ReasonDialog);

const sections = ['A', 'B', 'V', 'G'] as const;
const tones = { Planned: 'wait', InProgress: 'ok', Done: 'off', CalledOff: 'off' } as const;

type Open = { what: 'edit' | 'product' | 'callOff' | 'drop'; activity?: Activity };

type Props = { route: Route; over: boolean; attempt: (send: () => Promise<unknown>, word?: string) => void };

/** The fourth and the fifth step: activities by section, each with what it came to. */
export function Roadmap({ route, over, attempt }: Props) {
  const { t } = useTranslation('routes');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const activity = open?.activity;
  const underWay = route.route.status === 'InProgress' || route.route.status === 'Reflection';

  const atWork = underWay || over;
  const rows = sections.map((section) => ({ section, activities: route.activities.filter((one) => one.section === section) }));
  const list = rows.map(
    ({ section, activities }) =>
      activities.length > 0 && (
        <div key={section}>
          <Text fw={600}>{t(`letter.${section}`)}</Text>
          <ul>
            {activities.map((one) => (
              <li key={one.id} id={`activity-${one.id}`} className={cls.part} tabIndex={-1}>
                <OneActivity route={route} activity={one} />
                {!over && (
                  <Acts
                    activity={one}
                    underWay={underWay}
                    onOpen={setOpen}
                    onMove={(to) => attempt(() => routeActs.move(route, one, to), t(`move.${to}`))}
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      ),
  );

  return (
    <>
      <Part step={4} title={t('section.roadmap')} action={!over && <Edit onClick={() => setOpen({ what: 'edit' })}>{t('addActivity')}</Edit>}>
        {route.activities.length === 0 && <Text c="dimmed">{t(over ? 'empty' : 'noPlan')}</Text>}
        {atWork ? rows.map(({ section, activities }) => <Text key={section} size="sm">{`${t(`letter.${section}`)}: ${activities.length}`}</Text>) : list}
        {!over && <Suggestions route={route} />}
      </Part>
      <Part step={5} title={t('section.work')}>
        {!atWork && <Text c="dimmed">{t('notAtWork')}</Text>}
        {atWork && (route.activities.length > 0 ? list : <Text c="dimmed">{t('empty')}</Text>)}
      </Part>
      <ActivityDialog route={route} activity={activity} opened={open?.what === 'edit'} onClose={close} />
      {activity && <ProductDialog route={route} activity={activity} opened={open.what === 'product'} onClose={close} />}
      <ReasonDialog
        title={t('move.CalledOff')}
        opened={open?.what === 'callOff'}
        onClose={close}
        onReason={(reason) => (activity ? routeActs.move(route, activity, 'CalledOff', reason) : Promise.resolve())}
      />
      <ConfirmDialog
        opened={open?.what === 'drop'}
        onClose={close}
        title={t('dropActivity')}
        confirmLabel={t('drop')}
        danger
        silent
        onConfirm={() => {
          if (activity) attempt(() => routeActs.roadmap(route, route.activities.filter(({ id }) => id !== activity.id).map(lineOf)), t('drop'));
        }}
      >
        <Text size="sm">{activity?.title}</Text>
      </ConfirmDialog>
    </>
  );
}

type ActsProps = { activity: Activity; underWay: boolean; onOpen: (open: Open) => void; onMove: (to: 'InProgress' | 'Done') => void };

/** What can be done with an activity now. */
function Acts({ activity, underWay, onOpen, onMove }: ActsProps) {
  const { t } = useTranslation('routes');
  const { status } = activity;
  const isOpen = status === 'Planned' || status === 'InProgress';
  return (
    <Group gap={4} my={4} className="no-print">
      {isOpen && <Edit onClick={() => onOpen({ what: 'edit', activity })}>{t(underWay ? 'correct' : 'edit')}</Edit>}
      {isOpen && !underWay && <Edit onClick={() => onOpen({ what: 'drop', activity })}>{t('drop')}</Edit>}
      {underWay && status === 'Planned' && (
        <Button size="compact-sm" onClick={() => onMove('InProgress')}>
          {t('move.InProgress')}
        </Button>
      )}
      {underWay && (status === 'InProgress' || status === 'Done') && <Edit onClick={() => onOpen({ what: 'product', activity })}>{t('product')}</Edit>}
      {underWay && status === 'InProgress' && (
        <Button size="compact-sm" onClick={() => onMove('Done')}>
          {t('move.Done')}
        </Button>
      )}
      {underWay && isOpen && <Edit onClick={() => onOpen({ what: 'callOff', activity })}>{t('move.CalledOff')}</Edit>}
    </Group>
  );
}

export function OneActivity({ route, activity }: { route: Route; activity: Activity }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const kinds = useDictionary('pedagogical-product');
  const products = route.products.filter(({ activityId }) => activityId === activity.id);
  return (
    <>
      <Group gap="xs">
        <Text>
          {activity.resourceId ? (
            <Link to="/resources/$resourceId" params={{ resourceId: activity.resourceId }}>
              {activity.title}
            </Link>
          ) : (
            activity.title
          )}
        </Text>
        <StatusTag tone={tones[activity.status]}>{t(`activityStatus.${activity.status}`)}</StatusTag>
      </Group>
      <Text size="xs" c="dimmed">
        {[
          t('period', { from: format.date(activity.startsOn), until: format.date(activity.endsOn) }),
          ...activity.areaCodes.map((code) => areas.name(code)),
          `${t('expected')}: ${activity.product}`,
          activity.resources,
          activity.statusReason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {products.map((one) => (
        <div key={one.id}>
          <Text size="sm">{`${kinds.name(one.kindCode)}: ${one.title}`}</Text>
          <Text size="xs" c="dimmed">
            {[t('attitudeOf', { value: one.attitude }), one.attitudeWords, one.presented, one.seenBy].filter(Boolean).join(' · ')}
          </Text>
          {one.link && (
            <Anchor size="sm" href={one.link} target="_blank" rel="noreferrer">
              {one.link}
            </Anchor>
          )}
          {one.fileName && (
            <Edit onClick={() => void download(`/api/v1/routes/${route.route.id}/products/${one.id}/file`, one.fileName ?? '')}>{one.fileName}</Edit>
          )}
        </div>
      ))}
    </>
  );
}
