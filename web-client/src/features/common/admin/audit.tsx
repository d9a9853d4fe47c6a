import { Alert, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '@/shared/ui/failure';
import { admin } from './api';

/** Whether the trail of what was done is whole: asked by hand, as it walks every chain. */
export function Audit() {
  const { t } = useTranslation('admin');
  const { data, error, isFetching, refetch } = useQuery({ ...admin.audit(), enabled: false });
  return (
    <section>
      <Text maw={720} mb="xs">
        {t('service.auditText')}
      </Text>
      <Button variant="default" loading={isFetching} onClick={() => void refetch()}>
        {t('service.verify')}
      </Button>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && (
        <Alert mt="xs" maw={720} role="status" variant="outline" {...(data.faults > 0 ? { color: 'red' } : {})}>
          {data.faults > 0
            ? t('service.broken', { faults: data.faults })
            : t('service.whole', { entries: data.entries, organizations: data.organizations })}
        </Alert>
      )}
    </section>
  );
}
