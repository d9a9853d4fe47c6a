import type { ReactNode } from 'react';
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { routeActs } from './acts';
import type { Route } from './api';
import { nextStep, stepId, stepNow, stepNumbers, stepsMade, type StepNumber } from './next-step';
import cls from './steps.module.css';

/** Brings a part of the page into sight, and readers of screens to its heading. */
function goTo(id: string) {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  const place = part?.tabIndex === -1 && part.hasAttribute('tabindex') ? part : part?.querySelector<HTMLElement>('[tabindex="-1"]');
  place?.focus({ preventScroll: true });
}

type LinkProps = { id: string; className?: string | undefined; current?: boolean; children: ReactNode };

export const PartLink = ({ id, className, current, children }: LinkProps) => (
  <a
    href={`#${id}`}
    className={className}
    aria-current={current ? 'step' : undefined}
    onClick={(event) => {
      event.preventDefault();
      goTo(id);
    }}
  >
    {children}
  </a>
);

/** The seven steps, which stay in sight: each leads to its part of the page and says whether anything stands there. */
export function Steps({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const [now, made] = [stepNow(route), stepsMade(route)];
  const phaseOf = (step: StepNumber) => (step === now ? 'current' : made.has(step) ? 'done' : 'ahead');
  return (
    <nav aria-label={t('steps')} className={`${cls.nav} no-print`}>
      <ol className={cls.steps}>
        {stepNumbers.map((step) => {
          const phase = phaseOf(step);
          return (
            <li key={step} className={cls.step} data-phase={phase}>
              <PartLink id={stepId(step)} className={cls.link} current={phase === 'current'}>
                <span className="visually-hidden">{`${step}. `}</span>
                <span className={cls.mark} aria-hidden="true">
                  {phase === 'done' ? <IconCheck size={14} stroke={3} /> : step}
                </span>
                <span className={cls.label}>{t(`short.${step}`)}</span>
                <span className="visually-hidden">{`, ${t(`phase.${phase}`)}`}</span>
              </PartLink>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type NextProps = { route: Route; attempt: (send: () => Promise<unknown>, word?: string) => void };

/** What to do next, in words, and the steps that may be taken. */
export function Next({ route, attempt }: NextProps) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const { code, step, activity, to } = nextStep(route, today());
  if (code === 'over') return null;
  const dates = activity && { title: activity.title, from: format.date(activity.startsOn), until: format.date(activity.endsOn) };
  const moves = route.moves.filter((one) => one !== 'Closed').toSorted((one, other) => Number(other === to) - Number(one === to));
  return (
    <Paper component="section" aria-labelledby="next-step" withBorder p="md" radius="md" mt="md" className="no-print">
      <Text component="h2" fw={600} id="next-step">
        {t('next.title')}
      </Text>
      <Text>{t(`next.${code}`, dates)}</Text>
      <Group gap="xs" mt="sm">
        {step && (
          <Button onClick={() => goTo(activity ? `activity-${activity.id}` : stepId(step))}>{t('next.go', { step })}</Button>
        )}
        {moves.map((one) => (
          <Button key={one} variant={one === to ? 'filled' : 'default'} onClick={() => attempt(() => routeActs.advance(route, one), t(`advance.${one}`))}>
            {t(`advance.${one}`)}
          </Button>
        ))}
      </Group>
    </Paper>
  );
}
