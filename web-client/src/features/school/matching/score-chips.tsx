import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import type { Score } from './api';
import cls from './matching.module.css';

const short = (names: readonly string[], most = 2) =>
  names.length > most ? `${names.slice(0, most).join(', ')} +${names.length - most}` : names.join(', ');

/** Why a pair has its points: one chip a part, each with what it adds or takes. */
export function ScoreChips({ score }: { score: Score }) {
  const { t } = useTranslation('matching');
  const areas = useDictionary('competence-area');
  const topics = useDictionary('mentor-topic');
  const subjects = useDictionary('subject');
  const chips: [string, number][] = [
    [t('why.difficulties', { areas: short([...score.areas.map(areas.name), ...score.topics.map(topics.name)]) }), score.difficulties],
    [t('why.subject', { subjects: short(score.subjects.map(subjects.name)) }), score.subject],
    [t('why.load'), score.load],
    [t(score.place === 10 ? 'why.sameSchool' : score.place === 6 ? 'why.near' : 'why.remote'), score.place],
    [t(score.earlier > 0 ? 'why.completed' : 'why.endedEarly'), score.earlier],
    [t(score.opinion > 0 ? 'why.fits' : 'why.withCare'), score.opinion],
  ];
  return (
    <ul className={cls.chips} aria-label={t('why.title')}>
      {chips
        .filter(([, points]) => points !== 0)
        .map(([words, points]) => (
          <li key={words} className={cls.chip} data-against={points < 0 || undefined}>
            {words} <b>{points > 0 ? `+${points}` : `−${-points}`}</b>
          </li>
        ))}
    </ul>
  );
}
