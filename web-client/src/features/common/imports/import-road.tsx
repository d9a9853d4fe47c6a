import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StateSteps } from '@/shared/ui/state-steps';
import type { ImportKind } from './api';
import { road, type Stage } from './state';

export function ImportRoad({ stage, kind }: { stage: Stage; kind?: ImportKind }) {
  const { t } = useTranslation('imports');
  const steps = road.filter((id) => id !== 'columns' || kind === 'StaffList').map((id) => ({ id, label: t(`road.${id}`) }));
  return (
    <Box mb="md">
      <StateSteps steps={steps} current={stage} label={t('road.label')} />
    </Box>
  );
}
