import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import cls from './minutes.module.css';
import type { Meeting } from './types';

/** The paper of a meeting, agenda or minutes: on the screen it is hidden, in print it is all there is. */
export function Minutes({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('councils');
  const format = useFormat();
  const { attendance, agenda, number } = meeting;
  const held = meeting.status === 'Held';
  const names = (present: boolean) => attendance.filter((one) => one.present === present).map(({ name }) => name).join(', ') || '—';
  const chair = attendance.find((one) => one.chair)?.name ?? meeting.calledByName;

  return (
    <article className={cls.paper}>
      <p>{meeting.organizationName}</p>
      <p className={cls.title}>{held ? t('minutes.title', { number }) : t('minutes.agenda')}</p>
      <p className={cls.sub}>{t('minutes.council')}</p>
      <p>
        {format.instant(meeting.startsAt, 'long')}, {meeting.place}
      </p>
      {held && (
        <>
          <p>{t('minutes.present', { names: names(true) })}</p>
          <p>{t('minutes.absent', { names: names(false) })}</p>
          <p>{t(meeting.hasQuorum ? 'minutes.quorum' : 'minutes.noQuorum')}</p>
        </>
      )}
      <p className={cls.section}>{t('plan.agenda')}</p>
      <ol>
        {agenda.map(({ id, subject, speaker }) => (
          <li key={id}>
            {subject}
            {speaker && ` (${t('plan.reports', { name: speaker })})`}
          </li>
        ))}
      </ol>
      {held &&
        agenda.map(({ id, position, heard, subject, decisions }) => (
          <section key={id}>
            <p className={cls.section}>
              {position}. {subject}
            </p>
            <p>{t('minutes.heard', { text: heard || '—' })}</p>
            {decisions
              .filter(({ status }) => status !== 'Withdrawn')
              .map((decision) => (
                <p key={decision.id}>
                  {t(decision.status === 'Rejected' ? 'minutes.rejected' : 'minutes.decided', { text: decision.text })}{' '}
                  {t('decision.votes', {
                    for: decision.votesFor ?? 0,
                    against: decision.votesAgainst ?? 0,
                    abstained: decision.votesAbstained ?? 0,
                  })}
                  {'. '}
                  {decision.responsibleName && t('minutes.responsible', { name: decision.responsibleName })}{' '}
                  {decision.dueOn && t('minutes.dueOn', { date: format.date(decision.dueOn) })}
                </p>
              ))}
          </section>
        ))}
      <table className={cls.signatures}>
        <tbody>
          <tr>
            <td>{t('seat.Chair')}</td>
            <td className={cls.line} />
            <td>{chair}</td>
          </tr>
          {held && (
            <tr>
              <td>{t('meeting.secretary')}</td>
              <td className={cls.line} />
              <td>{meeting.secretaryName}</td>
            </tr>
          )}
        </tbody>
      </table>
    </article>
  );
}
