import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { StaffField, StaffListField } from '@/shared/staff/staff-field';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { psychology, psychologyActs, type Pair } from './api';

export const opinions = ['Fits', 'WithCare', 'DoesNotFit'] as const;
type Values = { mentorId: string; mentees: string[]; opinion: (typeof opinions)[number]; ground: string; methods: string[] };

type Props = {
  organizationId: string;
  opened: boolean;
  /** Absent: any mentor with one or several mentees. */
  pair: Pair | undefined;
  /** Those known, so that a group's opinions are revised and not made twice. */
  pairs: readonly Pair[];
  onClose: () => void;
};

/** The psychologist's opinion on a pair or a group. */
export function OpinionDialog({ organizationId, opened, pair, pairs, onClose }: Props) {
  const { t } = useTranslation('psychology');
  const versionOf = (mentorId: string, menteeId: string) =>
    pairs.find((one) => one.mentorId === mentorId && one.menteeId === menteeId)?.version ?? 0;

  const send = ({ mentorId, mentees, opinion, ground, methods }: Values, header: Record<string, string>) =>
    psychologyActs.giveOpinion(
      organizationId,
      {
        mentorId,
        mentees: mentees.map((personId) => ({ personId, version: versionOf(mentorId, personId) })),
        opinion,
        ground: ground.trim(),
        methods,
      },
      header,
    );

  return (
    <CommandDialog<Values>
      opened={opened}
      title={t('opinion.title')}
      onClose={onClose}
      defaults={{
        mentorId: pair?.mentorId ?? '',
        mentees: pair ? [pair.menteeId] : [],
        opinion: pair?.opinion ?? 'Fits',
        ground: '',
        methods: pair?.methods ?? [],
      }}
      fields={['mentorId', 'mentees', 'opinion', 'ground', 'methods']}
      submitLabel={t('opinion.save')}
      onSend={send}
      refresh={psychology.all}
    >
      {({ control }) => (
        <>
          {pair ? (
            <Text fw={600}>
              {pair.mentorName} → {pair.menteeName}
            </Text>
          ) : (
            <>
              <StaffField control={control} name="mentorId" label={t('opinion.mentor')} required organizationId={organizationId} />
              <StaffListField
                control={control}
                name="mentees"
                label={t('opinion.mentees')}
                hint={t('opinion.menteesHint')}
                required
                organizationId={organizationId}
              />
            </>
          )}
          <SelectField
            control={control}
            name="opinion"
            label={t('opinion.verdict')}
            hint={t('opinion.verdictHint')}
            options={opinions.map((value) => ({ value, label: t(`opinion.${value}`) }))}
          />
          <TextAreaField control={control} name="ground" label={t('opinion.ground')} hint={t('opinion.groundHint')} required maxLength={4000} />
          <DictionaryListField control={control} name="methods" label={t('methods')} dictionary="psychology-method" />
        </>
      )}
    </CommandDialog>
  );
}
