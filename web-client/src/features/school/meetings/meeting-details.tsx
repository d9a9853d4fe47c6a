import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isOver } from './meeting-time';
import cls from './meetings.module.css';
import type { Meeting } from './types';

/** What a meeting is about, where the call is, and who has confirmed it. */
export function MeetingDetails({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings');
  const { status, link, agenda, confirmations, seriesId, calledOffBy, rests } = meeting;
  const names = confirmations.map(({ name }) => name).join(', ');

  return (
    <>
      {rests && <Text size="sm">{t('rests')}</Text>}
      {calledOffBy && <Text size="sm">{t(`calledOff.${calledOffBy}`)}</Text>}
      {link && status === 'Planned' && !isOver(meeting) && (
        <Text size="sm">
          <Anchor href={link} target="_blank" rel="noopener noreferrer">
            {t('join')}
          </Anchor>
        </Text>
      )}
      {agenda.length > 0 && (
        <ol className={cls.agenda} aria-label={t('agenda.title')}>
          {agenda.map(({ text, goal }, index) => (
            <li key={index}>
              {text}
              {goal && (
                <Text component="span" size="sm" c="dimmed">
                  {' '}
                  {t('agenda.serves', { goal })}
                </Text>
              )}
            </li>
          ))}
        </ol>
      )}
      {names && (
        <Text size="sm" c="dimmed">
          {t(status === 'Planned' ? 'confirm.coming' : 'confirm.held', { names })}
        </Text>
      )}
      {seriesId && status === 'Planned' && (
        <Text size="sm" c="dimmed">
          {t('series.part')}
        </Text>
      )}
    </>
  );
}
