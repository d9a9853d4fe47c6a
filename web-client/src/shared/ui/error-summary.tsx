import { useEffect, useRef, type MouseEvent } from 'react';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import cls from './error-summary.module.css';

export type FormFault = {
  /** Id of the field's control; without it the fault concerns the form as a whole. */
  field?: string;
  message: string;
};

type Props = {
  faults: readonly FormFault[];
  /** Grows with every failed attempt, so that focus comes back each time. */
  attempt: number;
};

/** What to correct, above the form: takes focus after a failed attempt and leads to each field. */
export function ErrorSummary({ faults, attempt }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);

  if (!faults.length) return null;
  const fields = faults.filter(({ field }) => field).length;

  return (
    <Alert
      ref={box}
      classNames={{ root: cls.box ?? '', title: cls.title ?? '' }}
      variant="outline"
      role="alert"
      tabIndex={-1}
      mb="md"
      title={fields ? t('form.errors', { count: faults.length }) : t('form.failed')}
    >
      <ul className={cls.list}>
        {faults.map(({ field, message }) => (
          <li key={`${field}:${message}`}>
            {field ? (
              <a href={`#${field}`} onClick={(event) => goTo(event, field)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function goTo(event: MouseEvent, field: string) {
  event.preventDefault();
  const control = document.getElementById(field);
  // The label first: a control alone at the top of the screen does not say what it is.
  const label = document.querySelector(`label[for="${CSS.escape(field)}"]`);
  (label ?? control)?.scrollIntoView({ block: 'start' });
  control?.focus({ preventScroll: true });
}
