import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { StaffField } from '@/shared/staff/staff-field';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { psychology, psychologyActs, type Mentee } from './api';
import { scales } from './readiness-scales';
import { ScaleField } from './scale-field';

const conclusions = ['Ready', 'WithSupport', 'NotYet'] as const;
type Scale = number | '';
type Values = {
  personId: string;
  motivation: Scale;
  openness: Scale;
  ownHandwriting: Scale;
  reflection: Scale;
  conclusion: (typeof conclusions)[number];
  recommendation: string;
  methods: string[];
};

type Props = { organizationId: string; opened: boolean; person: Mentee | undefined; onClose: () => void };

/** Whether a person is ready to be a mentee: wants help, and looks for a handwriting of their own. */
export function ReadinessDialog({ organizationId, opened, person, onClose }: Props) {
  const { t } = useTranslation('psychology');
  const send = ({ motivation, openness, ownHandwriting, reflection, recommendation, ...rest }: Values, header: Record<string, string>) =>
    psychologyActs.recordReadiness(
      organizationId,
      {
        ...rest,
        motivation: Number(motivation),
        openness: Number(openness),
        ownHandwriting: Number(ownHandwriting),
        reflection: Number(reflection),
        recommendation: recommendation.trim(),
      },
      header,
    );

  return (
    <CommandDialog<Values>
      opened={opened}
      title={t('readiness.title')}
      size="lg"
      onClose={onClose}
      defaults={{
        personId: person?.personId ?? '',
        motivation: '',
        openness: '',
        ownHandwriting: '',
        reflection: '',
        conclusion: 'Ready',
        recommendation: '',
        methods: [],
      }}
      fields={['personId', ...scales, 'conclusion', 'recommendation', 'methods']}
      submitLabel={t('readiness.save')}
      onSend={send}
      refresh={psychology.all}
    >
      {({ control }) => (
        <>
          {person ? (
            <Text fw={600}>{person.name}</Text>
          ) : (
            <StaffField control={control} name="personId" label={t('readiness.person')} required organizationId={organizationId} />
          )}
          {scales.map((scale) => (
            <ScaleField
              key={scale}
              control={control}
              name={scale}
              label={t(`scaleQuestion.${scale}`)}
              lowest={t('readiness.lowest')}
              highest={t('readiness.highest')}
              required
            />
          ))}
          <SelectField
            control={control}
            name="conclusion"
            label={t('readiness.conclusion')}
            options={conclusions.map((value) => ({ value, label: t(`conclusion.${value}`) }))}
          />
          <TextAreaField control={control} name="recommendation" label={t('readiness.recommendation')} required maxLength={4000} />
          <DictionaryListField control={control} name="methods" label={t('methods')} dictionary="psychology-method" />
        </>
      )}
    </CommandDialog>
  );
}
