import { Fragment } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { decisionsOn } from '@/shared/councils/choices';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { evaluationActs } from './acts';
import type { CouncilEvaluation } from './types';

type Props = { evaluation: CouncilEvaluation; onClose: () => void };
type Marks = Record<`mark-${string}` | `ground-${string}`, string>;
const scale = [3, 2, 1, 0] as const;

/** A member's rubric: a mark and its ground for every criterion. */
export function MarkForm({ evaluation, onClose }: Props) {
  const { t } = useTranslation('evaluations');
  const { act, dialog } = useCouncilAct();
  const { options: criteria } = useDictionary('evaluation-criterion');
  const own = new Map(evaluation.marks.filter((mark) => mark.own).map((mark) => [mark.criterion, mark]));
  if (criteria.length === 0) return null;
  const initial: Marks = Object.fromEntries(
    criteria.flatMap(({ value }) => [
      [`mark-${value}`, own.has(value) ? String(own.get(value)!.mark) : ''],
      [`ground-${value}`, own.get(value)?.ground ?? ''],
    ]),
  );
  return (
    <>
      <CommandDialog<Marks>
        opened
        size="lg"
        onClose={onClose}
        title={t('evaluations.markTitle')}
        submitLabel={t('evaluations.mark')}
        defaults={initial}
        onSend={(values) =>
          act(() =>
            evaluationActs.mark(
              evaluation.id,
              criteria.map(({ value }) => ({ criterion: value, mark: Number(values[`mark-${value}`]), ground: (values[`ground-${value}`] ?? '').trim() })),
            ),
          )
        }
      >
        {({ control }) =>
          criteria.map(({ value, label }) => (
            <Fragment key={value}>
              <SelectField
                control={control}
                name={`mark-${value}`}
                label={label}
                options={scale.map((mark) => ({ value: String(mark), label: t(`evaluationMark.${mark}`) }))}
                empty={t('evaluations.choose')}
                required
              />
              <TextField control={control} name={`ground-${value}`} label={t('evaluations.ground')} maxLength={500} required />
            </Fragment>
          ))
        }
      </CommandDialog>
      {dialog}
    </>
  );
}

/** What the council adopted, with the decision by which it did. */
export function ConcludeForm({ evaluation, onClose }: Props) {
  const { t } = useTranslation('evaluations');
  const { act, dialog } = useCouncilAct();
  const { data: adopted = [] } = useQuery(decisionsOn(evaluation.organizationId, { status: ['Adopted'] }));
  return (
    <>
      <CommandDialog
        opened
        size="lg"
        onClose={onClose}
        title={t('evaluations.concludeTitle')}
        submitLabel={t('evaluations.conclude')}
        defaults={{ conclusion: '', recommendation: '', decisionId: '' }}
        onSend={(body) => act(() => evaluationActs.conclude(evaluation.id, { version: evaluation.version, ...body }))}
      >
        {({ control }) => (
          <>
            <TextAreaField control={control} name="conclusion" label={t('evaluations.conclusion')} maxLength={4000} required />
            <TextAreaField control={control} name="recommendation" label={t('evaluations.recommendation')} maxLength={4000} required />
            <SelectField
              control={control}
              name="decisionId"
              label={t('evaluations.decision')}
              hint={t('evaluations.decisionHint')}
              options={adopted.map(({ id, text }) => ({ value: id, label: text }))}
              empty={t('evaluations.choose')}
              required
            />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
