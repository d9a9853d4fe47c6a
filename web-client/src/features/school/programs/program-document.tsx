import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { useProof } from './consent-proof';
import cls from './program-document.module.css';
import { useTerms } from './terms';
import type { Program } from './types';

/** The paper that the school files: on the screen it is hidden, in print it is all there is. */
export function ProgramDocument({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const terms = useTerms(program);
  const proof = useProof();
  const head = program.approvals.find(({ stage, decision }) => stage === 'Head' && decision === 'Approved');

  return (
    <article className={cls.paper}>
      <header className={cls.head}>
        <p>{program.organizationName}</p>
        <p className={cls.approved}>
          {t('paper.approved')}
          <br />
          {head ? `${head.decidedByName}, ${format.date(head.decidedAt, 'short', program.timeZone)}` : t('paper.toApprove')}
        </p>
      </header>
      <p className={cls.kind}>{t('paper.kind')}</p>
      <p className={cls.title}>{program.title}</p>

      <table className={cls.table}>
        <tbody>
          {program.participants.map(({ personId, role, name, employerName }) => (
            <tr key={personId}>
              <th scope="row">{t(`role.${role}`)}</th>
              <td>
                {name}, {employerName}
              </td>
            </tr>
          ))}
          {terms.map(({ label, value }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>

      <p className={cls.section}>{t('goals.title')}</p>
      <table className={cls.table}>
        <thead>
          <tr>
            <th>{t('goals.area')}</th>
            <th>{t('goals.difficulty')}</th>
            <th>{t('goals.goal')}</th>
            <th>{t('paper.measure')}</th>
          </tr>
        </thead>
        <tbody>
          {program.goals.map(({ id, areaCode, difficulty, goal, measure, measureBefore, measureTarget }) => (
            <tr key={id}>
              <td>{areas.name(areaCode)}</td>
              <td>{difficulty}</td>
              <td>{goal}</td>
              <td>
                {measure &&
                  t('paper.measured', {
                    measure,
                    before: measureBefore ?? '—',
                    target: measureTarget ?? '—',
                  })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>

      <p className={cls.section}>{t('roadmap.title')}</p>
      <table className={cls.table}>
        <thead>
          <tr>
            <th>{t('roadmap.number')}</th>
            <th>{t('roadmap.activity')}</th>
            <th>{t('roadmap.due')}</th>
            <th>{t('roadmap.responsible')}</th>
            <th>{t('roadmap.result')}</th>
          </tr>
        </thead>
        <tbody>
          {program.activities.map(({ id, activity, dueOn, responsible, expectedResult, doneOn }, index) => (
            <tr key={id}>
              <td>{index + 1}</td>
              <td>{activity}</td>
              <td>{format.date(dueOn)}</td>
              <td>{t(`responsible.${responsible}`)}</td>
              <td>
                {expectedResult}
                {doneOn && ` (${t('roadmap.doneOn', { date: format.date(doneOn) })})`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>

      <p className={cls.section}>{t('paper.consents')}</p>
      <table className={cls.signatures}>
        <tbody>
          {program.participants.map(({ personId, role, name }) => {
            const consent = program.consents.find((one) => one.personId === personId);
            const given = consent?.status === 'Given' ? consent.decidedAt : undefined;
            return (
              <Signature
                key={personId}
                who={t(`role.${role}`)}
                name={name}
                note={
                      given
                        ? t('paper.agreed', { date: format.instant(given, 'short', program.timeZone) })
                        : t(consent?.status === 'Contested' ? 'consent.status.Contested' : 'paper.notAgreed')
                    }
                {...(consent && given ? { proof: proof(consent) } : {})}
              />
            );
          })}
          <Signature who={t('paper.head')} name={head?.decidedByName ?? ''} note={t('paper.date')} />
        </tbody>
      </table>
    </article>
  );
}

const Signature = ({ who, name, note, proof }: { who: string; name: string; note: string; proof?: string }) => (
  <tr>
    <td>{who}</td>
    <td>
      {note}
      {proof && <span className={cls.proof}>{proof}</span>}
    </td>
    <td className={cls.line} />
    <td>{name}</td>
  </tr>
);
