import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = { view: 'list' | 'board'; onView: (view: 'board' | undefined) => void };

/** The same programs as a table or by stages. */
export function ViewSwitch({ view, onView }: Props) {
  const { t } = useTranslation('programs');
  return (
    <SegmentedControl
      aria-label={t('board.view')}
      value={view}
      onChange={(next) => onView(next === 'board' ? 'board' : undefined)}
      data={[
        { value: 'list', label: t('board.list') },
        { value: 'board', label: t('board.board') },
      ]}
    />
  );
}
