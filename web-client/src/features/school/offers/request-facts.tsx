import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import type { OwnRequest } from './api';
import { pairTones } from './search';

/** Who asked for whom, both schools' consent with its day, and what the two people answered. */
export function RequestFacts({ request }: { request: Omit<OwnRequest, 'steps'> }) {
  const { t } = useTranslation('offers');
  const { date } = useFormat();
  const { pairStatus, pairReasonCode, mentorYesAt, menteeYesAt, decidedAt, decidedByName, reason, reasonCode } = request;
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('request.pair', { mentee: request.schoolName, mentor: request.organizationName })}
      </Text>
      {request.words && (
        <Text size="sm" my={6} style={{ whiteSpace: 'pre-line' }}>
          {request.words}
        </Text>
      )}
      <Text size="sm">{t(request.byMentee ? 'request.asked' : 'request.askedFor', { name: request.askedByName, date: date(request.askedAt) })}</Text>
      <Text size="sm">{t('request.mentorsSchool', { name: request.offerAgreedByName, date: date(request.offerAgreedAt) })}</Text>
      {decidedAt && decidedByName && (
        <Text size="sm">
          {t(request.status === 'Sent' ? 'request.menteesSchool' : 'request.refused', { name: decidedByName, date: date(decidedAt) })}
        </Text>
      )}
      {reason && <Text size="sm">{t('reasonIs', { reason })}</Text>}
      {reasonCode && <Text size="sm">{t(`lapsed.${reasonCode}`)}</Text>}
      {pairStatus && (
        <Text component="div" size="sm" mt={4}>
          <StatusTag tone={pairTones[pairStatus]}>{t(`pair.${pairStatus}`)}</StatusTag>{' '}
          {mentorYesAt && t('request.mentorYes', { date: date(mentorYesAt) })} {menteeYesAt && t('request.menteeYes', { date: date(menteeYesAt) })}{' '}
          {pairReasonCode && t(`over.${pairReasonCode}`)}
        </Text>
      )}
    </>
  );
}
