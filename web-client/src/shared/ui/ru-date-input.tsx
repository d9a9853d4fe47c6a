import { DateInput, type DateInputProps } from '@mantine/dates';
import { useTranslation } from 'react-i18next';
import cls from './ru-date-input.module.css';

/** A date typed or picked as ДД.ММ.ГГГГ; its value is `YYYY-MM-DD`, as in the API. */
export function RuDateInput(props: DateInputProps) {
  const { t } = useTranslation();

  return (
    <DateInput
      valueFormat="DD.MM.YYYY"
      placeholder={t('date.placeholder')}
      hideOutsideDates
      classNames={{ day: cls.day ?? '', weekday: cls.weekday ?? '' }}
      ariaLabels={{
        previousMonth: t('date.previousMonth'),
        nextMonth: t('date.nextMonth'),
        previousYear: t('date.previousYear'),
        nextYear: t('date.nextYear'),
        previousDecade: t('date.previousDecade'),
        nextDecade: t('date.nextDecade'),
      }}
      {...props}
    />
  );
}
