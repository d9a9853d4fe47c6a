import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Census } from './api';
import cls from './census.module.css';
import { schoolYearName } from '@/shared/i18n/school-year';

/** How it went in the years before. */
export function PastCensuses({ past }: { past: Census['past'] }) {
  const { t } = useTranslation('census');
  const format = useFormat();
  if (past.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <Title order={2} id="past" mt="xl" mb="xs">
        {t('past.title')}
      </Title>
      <table className={cls.table}>
        <thead>
          <tr>
            <th scope="col">{t('past.year')}</th>
            <th scope="col">{t('past.state')}</th>
            <th scope="col">{t('past.needs')}</th>
            <th scope="col">{t('past.can')}</th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ schoolYear, completedOn, needsMentor, canMentor }) => (
            <tr key={schoolYear}>
              <th scope="row">{schoolYearName(schoolYear)}</th>
              <td>
                {completedOn ? (
                  <StatusTag tone="ok">{t('past.done', { date: format.date(completedOn) })}</StatusTag>
                ) : (
                  <StatusTag tone="risk">{t('past.notDone')}</StatusTag>
                )}
              </td>
              <td>{format.number(needsMentor)}</td>
              <td>{format.number(canMentor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
