import type { ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import cls from './state-steps.module.css';

export type StateStep = {
  id: string;
  label: string;
  /** Who brought the record here and when. */
  note?: ReactNode;
};

type Props = { steps: readonly StateStep[]; current: string; label: string };

/** The road of a record through its states, with the one it is in now. */
export function StateSteps({ steps, current, label }: Props) {
  const { t } = useTranslation();
  const at = steps.findIndex(({ id }) => id === current);

  return (
    <ol className={cls.steps} aria-label={label}>
      {steps.map((step, index) => {
        const phase = index < at ? 'done' : index === at ? 'current' : 'ahead';
        return (
          <li
            key={step.id}
            className={cls.step}
            data-phase={phase}
            aria-current={phase === 'current' ? 'step' : undefined}
          >
            <span className={cls.mark} aria-hidden="true">
              {phase === 'done' ? <IconCheck size={14} stroke={3} /> : index + 1}
            </span>
            <span className={cls.text}>
              <span className={cls.label}>{step.label}</span>
              <span className="visually-hidden">, {t(`steps.${phase}`)}</span>
              {step.note && <span className={cls.note}>{step.note}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
