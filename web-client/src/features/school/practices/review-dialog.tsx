import { Fragment } from 'react';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { practiceActs } from './acts';
import type { Practice } from './types';
import { usePracticeAct } from './use-practice-act';

type Values = { marks: { criterion: string; mark: string; ground: string }[]; recommended: string; comment: string };
type Props = { practice: Practice; opened: boolean; onClose: () => void };
const scale = [3, 2, 1, 0] as const;

/** A reviewer's word: a mark and its ground for every criterion, a recommendation, and what the authors should know. */
export function ReviewDialog({ practice: { id, round, reviews }, opened, onClose }: Props) {
  const { t } = useTranslation('practices');
  const { act, dialog } = usePracticeAct();
  const { options: criteria } = useDictionary('practice-criterion');
  const own = reviews.find((one) => one.own && one.round === round && one.recommended !== null);
  const given = new Map(own?.marks.map((mark) => [mark.criterion, mark]));

  return (
    <>
      <CommandDialog<Values>
        opened={opened && criteria.length > 0}
        size="lg"
        onClose={onClose}
        title={t('review.title')}
        submitLabel={t('review.send')}
        defaults={{
          marks: criteria.map(({ value }) => ({ criterion: value, mark: String(given.get(value)?.mark ?? ''), ground: given.get(value)?.ground ?? '' })),
          recommended: own ? String(own.recommended) : '',
          comment: own?.comment ?? '',
        }}
        onSend={({ marks, recommended, comment }) =>
          act(() =>
            practiceActs.review(id, {
              marks: marks.map(({ criterion, mark, ground }) => ({ criterion, mark: Number(mark), ground: ground.trim() })),
              recommended: recommended === 'true',
              comment: comment.trim(),
            }),
          )
        }
      >
        {({ control }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('review.about')}
            </Text>
            {criteria.map(({ value, label }, index) => (
              <Fragment key={value}>
                <SelectField
                  control={control}
                  name={`marks.${index}.mark`}
                  label={label}
                  options={scale.map((mark) => ({ value: String(mark), label: t(`mark.${mark}`) }))}
                  empty={t('review.choose')}
                  required
                />
                <TextField control={control} name={`marks.${index}.ground`} label={t('review.ground')} maxLength={500} required />
              </Fragment>
            ))}
            <SelectField
              control={control}
              name="recommended"
              label={t('review.recommended')}
              options={[
                { value: 'true', label: t('review.yes') },
                { value: 'false', label: t('review.no') },
              ]}
              empty={t('review.choose')}
              required
            />
            <TextAreaField control={control} name="comment" label={t('review.comment')} rows={4} maxLength={4000} required />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
