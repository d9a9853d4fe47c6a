import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOf, today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import type { Route } from './api';
import { barOf, placeOf, yearsOf } from './course-days';
import cls from './course.module.css';
import { PartLink } from './steps';

/** The route on one line of years: what is planned, under way and done, and where it was corrected and thought over. */
export function Course({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const now = today();
  const span = route.route;
  const isNow = now >= span.startsOn && now <= span.endsOn;
  const corrected = route.versions.filter(({ number }) => number > 1).map(({ madeAt }) => dayOf(madeAt));
  const reflected = [...new Set(route.reflections.map(({ madeOn }) => madeOn))];
  const line = <span className={cls.today} style={{ insetInlineStart: `${placeOf(span, now)}%` }} />;
  if (route.activities.length === 0) return null;
  return (
    <section aria-label={t('course.title')} style={{ marginTop: 16 }}>
      <div className={cls.years} aria-hidden="true">
        <span />
        <span className={cls.track}>
          {yearsOf(span).map((year) => (
            <span key={year} className={cls.year} style={{ insetInlineStart: `${placeOf(span, `${year}-01-01`)}%` }}>
              {year}
            </span>
          ))}
        </span>
      </div>
      <ol className={cls.course}>
        {route.activities.toSorted((one, other) => one.startsOn.localeCompare(other.startsOn)).map((one) => {
          const { from, length } = barOf(span, one);
          return (
            <li key={one.id} className={cls.row}>
              <span className={cls.name} title={one.title}>
                <PartLink id={`activity-${one.id}`}>{one.title}</PartLink>
                <span className="visually-hidden">
                  {`, ${t('period', { from: format.date(one.startsOn), until: format.date(one.endsOn) })}, ${t(`activityStatus.${one.status}`)}`}
                </span>
              </span>
              <span className={cls.track} aria-hidden="true">
                <span className={cls.bar} data-status={one.status} style={{ insetInlineStart: `${from}%`, inlineSize: `${length}%` }} />
                {isNow && line}
              </span>
            </li>
          );
        })}
        {(
          [
            [6, corrected],
            [7, reflected],
          ] as const
        ).map(
          ([step, days]) =>
            days.length > 0 && (
              <li key={step} className={cls.row}>
                <span className={cls.name}>
                  <PartLink id={`step-${step}`}>{t(`short.${step}`)}</PartLink>
                  <span className="visually-hidden">{`: ${days.map((day) => format.date(day)).join(', ')}`}</span>
                </span>
                <span className={cls.track} aria-hidden="true">
                  {days.map((day) => (
                    <span key={day} className={cls.dot} style={{ insetInlineStart: `${placeOf(span, day)}%` }} />
                  ))}
                  {isNow && line}
                </span>
              </li>
            ),
        )}
      </ol>
      <Text size="xs" c="dimmed" mt={4}>
        {t('course.legend')}
        {isNow && ` ${t('course.today', { date: format.date(now) })}`}
      </Text>
    </section>
  );
}
