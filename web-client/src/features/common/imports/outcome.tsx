import { Alert, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/shared/ui/link-button';
import type { Import } from './api';

/** How an import ended, and where to go from here. */
export function Outcome({ current: { status, kind, organizationId, failure, problems, ends } }: { current: Import }) {
  const { t } = useTranslation('imports');
  const isResults = kind === 'DiagnosisResults';
  const isPupils = kind === 'PupilResults';
  const isRoster = organizationId !== null;

  const again = isPupils && isRoster ? (
    <LinkButton variant="default" to="/school/$orgId/pupil-import" params={{ orgId: organizationId }}>
      {t('outcome.again')}
    </LinkButton>
  ) : isResults && isRoster ? (
    <LinkButton variant="default" to="/school/$orgId/outside-results" params={{ orgId: organizationId }}>
      {t('outcome.again')}
    </LinkButton>
  ) : isRoster ? (
    <LinkButton variant="default" to="/school/$orgId/imports" params={{ orgId: organizationId }}>
      {t('outcome.again')}
    </LinkButton>
  ) : (
    <LinkButton variant="default" to="/admin/imports">
      {t('outcome.again')}
    </LinkButton>
  );

  if (status === 'Applied') {
    return (
      <>
        {isResults && (
          <Alert variant="outline" maw={640} mb="md">
            {t('outcome.results')}
          </Alert>
        )}
        {isRoster && !isResults && !isPupils && problems > 0 && (
          <Alert variant="outline" maw={640} mb="md" title={t('outcome.keptTitle')}>
            {t(ends > 0 ? 'outcome.keptSome' : 'outcome.keptAll')}
          </Alert>
        )}
        <Group gap="xs" mb="lg">
          {isResults ? null : isPupils && isRoster ? (
            <LinkButton to="/school/$orgId/pupil-results" params={{ orgId: organizationId }} search={{ view: 'figures' }}>
              {t('outcome.pupils')}
            </LinkButton>
          ) : isRoster ? (
            <LinkButton to="/school/$orgId/people" params={{ orgId: organizationId }}>
              {t('outcome.people')}
            </LinkButton>
          ) : (
            <LinkButton to="/organizations">{t('outcome.organizations')}</LinkButton>
          )}
          {again}
        </Group>
      </>
    );
  }

  const isFailed = status === 'Failed';
  return (
    <Alert
      color={isFailed ? 'red' : 'gray'}
      variant="outline"
      maw={640}
      title={t(isFailed ? 'outcome.failed' : 'outcome.cancelled')}
    >
      {failure && <Text mb="xs">{failure.message}</Text>}
      <Text mb="sm">{t(isFailed ? 'outcome.failedText' : 'outcome.cancelledText')}</Text>
      {again}
    </Alert>
  );
}
