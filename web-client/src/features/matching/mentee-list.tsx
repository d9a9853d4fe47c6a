import { useRef, type KeyboardEvent } from 'react';
import { Text } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { EmptyState } from '@/shared/ui/empty-state';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Mentee } from './api';
import cls from './matching.module.css';
import type { Draft } from './use-draft';

type Props = {
  mentees: readonly Mentee[];
  chosen: string | undefined;
  draft: Draft;
  onChoose: (personId: string) => void;
  /** Enter: on to the candidates. */
  onEnter: () => void;
};

const weeksSince = (day: string) => Math.max(0, dayjs(today()).diff(day, 'week'));

/** The first column: who waits for a mentor. Arrows choose, Enter goes on to the candidates. */
export function MenteeList({ mentees, chosen, draft, onChoose, onEnter }: Props) {
  const { t } = useTranslation('matching');
  const areas = useDictionary('competence-area');
  const list = useRef<HTMLUListElement>(null);

  const onKey = (event: KeyboardEvent) => {
    const at = mentees.findIndex(({ personId }) => personId === chosen);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: mentees.length - 1 }[event.key];
    if (event.key === 'Enter') onEnter();
    else if (event.key === 'Backspace' && chosen) draft.remove(chosen);
    else if (next === undefined) return;
    const mentee = next === undefined ? undefined : mentees[next];
    if (mentee) {
      onChoose(mentee.personId);
      list.current?.children[next ?? 0]?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };

  if (!mentees.length) return <EmptyState title={t('mentees.none')} text={t('mentees.noneText')} />;
  return (
    <ul
      ref={list}
      className={cls.list}
      role="listbox"
      tabIndex={0}
      aria-label={t('mentees.title')}
      aria-activedescendant={chosen ? `mentee-${chosen}` : undefined}
      onKeyDown={onKey}
    >
      {mentees.map((mentee) => {
        const pair = draft.byMentee.get(mentee.personId);
        const left = draft.left.get(mentee.personId);
        return (
          <li
            key={mentee.personId}
            id={`mentee-${mentee.personId}`}
            role="option"
            aria-selected={mentee.personId === chosen}
            className={cls.item}
            onClick={() => onChoose(mentee.personId)}
          >
            <Text fw={600}>{mentee.name}</Text>
            <Text size="xs" c="dimmed">
              {[mentee.need && t(`need.${mentee.need}`), t('mentees.waits', { count: weeksSince(mentee.since) })]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {mentee.difficulties.length > 0 && (
              <Text size="xs">
                {[...new Set(mentee.difficulties.map(({ areaCode }) => areas.name(areaCode)))].join(', ')}
              </Text>
            )}
            {pair && <StatusTag tone="ok">{t('mentees.inDraft', { name: pair.mentorName })}</StatusTag>}
            {!pair && left && (
              <StatusTag tone="risk">
                {t(`left.${left.reason}`)}
                {left.stops.length > 0 &&
                  `: ${left.stops.map(({ stop, mentors }) => `${stop && t(`stop.${stop}`)} (${mentors})`).join(', ')}`}
              </StatusTag>
            )}
            {mentee.lockedMentorId && <StatusTag tone="wait">{t('mentees.locked')}</StatusTag>}
            {mentee.openRequests > 0 && (
              <StatusTag tone="wait">{t('mentees.requests', { count: mentee.openRequests })}</StatusTag>
            )}
          </li>
        );
      })}
    </ul>
  );
}
