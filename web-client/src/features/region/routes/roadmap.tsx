import { useState } from 'react';
import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { StatusTag } from '@/shared/ui/status-tag';
import { routeActs } from './acts';
import type { Activity, Route } from './api';
import { Edit, Part } from './part';
import { Suggestions } from './suggestions';

const ActivityDialog = dialogLater(async () => (await import('./dialogs')).ActivityDialog);
const ProductDialog = dialogLater(async () => (await import('./dialogs')).ProductDialog);
const ReasonDialog = dialogLater(async () => (await import('./dialogs')).ReasonDialog);

const sections = ['A', 'B', 'V', 'G'] as const;
const tones = { Planned: 'wait', InProgress: 'ok', Done: 'off', CalledOff: 'off' } as const;

type Props = { route: Route; over: boolean; attempt: (send: () => Promise<unknown>, word?: string) => void };

/** The fourth and the fifth step: activities by section, each with what it came to. */
export function Roadmap({ route, over, attempt }: Props) {
  const { t } = useTranslation('routes');
  const [open, setOpen] = useState<{ what: 'edit' | 'product' | 'callOff'; activity?: Activity }>();
  const close = () => setOpen(undefined);
  const activity = open?.activity;
  const underWay = route.route.status === 'InProgress' || route.route.status === 'Reflection';

  return (
    <Part title={t('section.roadmap')} action={!over && <Edit onClick={() => setOpen({ what: 'edit' })}>{t('addActivity')}</Edit>}>
      {route.activities.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {sections.map((section) => {
        const rows = route.activities.filter((one) => one.section === section);
        return (
          rows.length > 0 && (
            <div key={section}>
              <Text fw={600}>{t(`letter.${section}`)}</Text>
              <ul>
                {rows.map((one) => (
                  <li key={one.id}>
                    <OneActivity route={route} activity={one} />
                    <Group gap={4} my={4}>
                      {!over && (one.status === 'Planned' || one.status === 'InProgress') && (
                        <Edit onClick={() => setOpen({ what: 'edit', activity: one })}>{t(underWay ? 'correct' : 'edit')}</Edit>
                      )}
                      {underWay && one.status === 'Planned' && (
                        <Button size="compact-sm" onClick={() => attempt(() => routeActs.move(route, one, 'InProgress'), t('move.InProgress'))}>
                          {t('move.InProgress')}
                        </Button>
                      )}
                      {underWay && (one.status === 'InProgress' || one.status === 'Done') && (
                        <Edit onClick={() => setOpen({ what: 'product', activity: one })}>{t('product')}</Edit>
                      )}
                      {underWay && one.status === 'InProgress' && (
                        <Button size="compact-sm" onClick={() => attempt(() => routeActs.move(route, one, 'Done'), t('move.Done'))}>
                          {t('move.Done')}
                        </Button>
                      )}
                      {underWay && (one.status === 'Planned' || one.status === 'InProgress') && (
                        <Edit onClick={() => setOpen({ what: 'callOff', activity: one })}>{t('move.CalledOff')}</Edit>
                      )}
                    </Group>
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      {!over && <Suggestions route={route} />}
      <ActivityDialog route={route} activity={activity} opened={open?.what === 'edit'} onClose={close} />
      {activity && <ProductDialog route={route} activity={activity} opened={open.what === 'product'} onClose={close} />}
      <ReasonDialog
        title={t('move.CalledOff')}
        opened={open?.what === 'callOff'}
        onClose={close}
        onReason={(reason) => (activity ? routeActs.move(route, activity, 'CalledOff', reason) : Promise.resolve())}
      />
    </Part>
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
