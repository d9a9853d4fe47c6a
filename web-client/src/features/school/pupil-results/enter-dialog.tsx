import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { schoolYearName } from '@/shared/i18n/school-year';
import { StaffField } from '@/shared/staff/staff-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField } from '@/shared/ui/fields';
import { resultActs } from './acts';
import { results } from './api';
import { gradesOf, presentYear, terms, years, type Term } from './choices';
import { FigureFields, figureFields, figureOf, type FigureValues } from './figure-fields';
import type { Place } from './own-page';
import { kinds, type Kind } from './search';

type Values = FigureValues & {
  organizationId: string;
  personId: string;
  schoolYear: string;
  kind: Kind;
  subject: string;
  grade: string;
  term: Term;
  stage: string;
};

type Props = {
  organizationId: string;
  /** Where the reader works, who enters the own; none where the school enters. */
  places: readonly Place[];
  /** The reader, who enters the own. */
  personId: string | undefined;
  opened: boolean;
  onClose: () => void;
};

/** One figure, by hand. */
export function EnterDialog({ organizationId, places, personId, opened, onClose }: Props) {
  const { t } = useTranslation('pupil-results');
  const subjects = useDictionary('subject');
  const stages = useDictionary('olympiad-stage');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('enter')}
      submitLabel={t('save')}
      defaults={{
        organizationId,
        personId: personId ?? '',
        schoolYear: String(presentYear()),
        kind: 'Attainment',
        subject: '',
        grade: '5',
        term: 'Quarter1',
        stage: 'school',
        figure: { pupils: '', successful: '', prizes: '', countedOn: '' },
      }}
      fields={['organizationId', 'personId', 'schoolYear', 'kind', 'subject', 'grade', 'term', 'stage', ...figureFields]}
      refresh={results.all}
      onSend={(values, header) => {
        const { organizationId: at, schoolYear, kind, grade, term, stage, figure, ...rest } = values;
        const grades = gradesOf(kind);
        return resultActs.enter(
          at,
          {
            ...rest,
            schoolYear: Number(schoolYear),
            kind,
            grade: grades.find((one) => String(one) === grade) ?? grades[0] ?? 0,
            term: kind === 'Attainment' ? term : null,
            stage: kind === 'Olympiad' ? stage : null,
            figure: figureOf(figure, kind),
          },
          header,
        );
      }}
    >
      {({ control, watch }) => {
        const kind = watch('kind');
        return (
          <>
            <Text size="sm">{t('enterText')}</Text>
            {places.length > 1 && (
              <SelectField
                control={control}
                name="organizationId"
                label={t('field.school')}
                options={places.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            {!personId && <StaffField control={control} name="personId" required label={t('field.person')} organizationId={organizationId} />}
            <Group grow align="start" gap="sm" preventGrowOverflow={false}>
              <SelectField control={control} name="kind" label={t('field.kind')} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
              <SelectField
                control={control}
                name="schoolYear"
                label={t('field.schoolYear')}
                options={years().map((year) => ({ value: String(year), label: schoolYearName(year) }))}
              />
            </Group>
            <Group grow align="start" gap="sm" preventGrowOverflow={false}>
              <SelectField control={control} name="subject" required label={t('field.subject')} empty={t('choose')} options={subjects.options} />
              <SelectField
                control={control}
                name="grade"
                label={t('field.grade')}
                options={gradesOf(kind).map((grade) => ({ value: String(grade), label: String(grade) }))}
              />
            </Group>
            {kind === 'Attainment' && (
              <SelectField control={control} name="term" label={t('field.term')} options={terms.map((value) => ({ value, label: t(`term.${value}`) }))} />
            )}
            {kind === 'Olympiad' && <SelectField control={control} name="stage" label={t('field.stage')} options={stages.options} />}
            <FigureFields control={control} kind={kind} />
          </>
        );
      }}
    </CommandDialog>
  );
}
