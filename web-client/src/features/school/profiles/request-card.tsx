import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import type { LearningRequest } from './api';
import cls from './profiles.module.css';
import { requestTones } from './tones';

export function RequestCard({ request, withName }: { request: LearningRequest; withName: boolean }) {
  const { t } = useTranslation('profiles');
  const format = useFormat();
  const { status, submittedOn, toMentoring, toDevelopment, answer, answeredOn } = request;
  const addressees = [toMentoring && t('request.toMentoring'), toDevelopment && t('request.toDevelopment')].filter(Boolean);

  return (
    <>
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {withName ? request.name : submittedOn ? t('request.of', { date: format.date(submittedOn) }) : t('request.draft')}
        </Text>
        <StatusTag tone={requestTones[status]}>{t(`request.status.${status}`)}</StatusTag>
      </Group>
      <Text size="sm" c="dimmed">
        {withName && submittedOn ? `${t('request.of', { date: format.date(submittedOn) })}. ` : ''}
        {t('request.addressed', { addressees: addressees.join(', ') })}
      </Text>
      <p className={cls.text}>{request.needs}</p>
      {request.difficulties && (
        <p className={cls.text}>
          <b>{t('request.difficulties')}:</b> {request.difficulties}
        </p>
      )}
      {request.selfImage && (
        <p className={cls.text}>
          <b>{t('mentee.selfImage')}:</b> {request.selfImage}
        </p>
      )}
      {answer && answeredOn && (
        <p className={cls.text}>
          <b>{t('request.answered', { date: format.date(answeredOn), name: request.answeredByName })}:</b> {answer}
        </p>
      )}
    </>
  );
}
