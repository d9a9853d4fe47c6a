import { ActionIcon, Group, NativeSelect, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { periodAt, periodChoices, periodKinds, type Period } from './period';
import { useMeasures } from './use-measures';

type Props = {
  shown: Period;
  /** The newest month that has begun. */
  newest: number;
  onChange: (code: string) => void;
};

export function PeriodPicker({ shown, newest, onChange }: Props) {
  const { t } = useTranslation('monitoring');
  const { periodName } = useMeasures();

  const known = periodChoices(shown.kind, newest);
  const at = known.findIndex(({ code }) => code === shown.code);
  // An address may name an older period than those offered.
  const choices = at < 0 ? [...known, shown] : known;
  const index = at < 0 ? known.length : at;
  const [later, earlier] = [choices[index - 1], choices[index + 1]];

  return (
    <Group gap="xs" align="end">
      <SegmentedControl
        aria-label={t('period.kind')}
        size="sm"
        value={shown.kind}
        onChange={(kind) => onChange(periodAt(kind, Math.min(newest, shown.first)).code)}
        data={periodKinds.map((kind) => ({ value: kind, label: t(`period.${kind}`) }))}
      />
      <Group gap={4} wrap="nowrap" align="end">
        <Step label={t('period.earlier')} to={earlier} onChange={onChange} icon={IconChevronLeft} />
        <NativeSelect
          aria-label={t('period.label')}
          value={shown.code}
          onChange={(event) => onChange(event.currentTarget.value)}
          data={choices.map((period) => ({ value: period.code, label: periodName(period) }))}
        />
        <Step label={t('period.later')} to={later} onChange={onChange} icon={IconChevronRight} />
      </Group>
    </Group>
  );
}

type StepProps = {
  label: string;
  to: Period | undefined;
  onChange: Props['onChange'];
  icon: typeof IconChevronLeft;
};

const Step = ({ label, to, onChange, icon: Icon }: StepProps) => (
  <ActionIcon
    size={36}
    variant="default"
    aria-label={label}
    disabled={!to}
    onClick={() => to && onChange(to.code)}
  >
    <Icon size={18} aria-hidden />
  </ActionIcon>
);
