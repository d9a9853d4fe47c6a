import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import { useProof } from './consent-proof';
import cls from './program-page.module.css';
import type { ConsentStatus, Program } from './types';

const consentTones: Record<ConsentStatus, Tone> = {
  Requested: 'wait',
  Given: 'ok',
  Refused: 'risk',
  Revoked: 'risk',
  Superseded: 'off',
  Contested: 'risk',
  Annulled: 'risk',
};

export function Participants({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const proof = useProof();

  return (
    <section className={cls.card} aria-labelledby="people">
      <Title order={2} id="people" mb="xs">
        {t('people.title')}
      </Title>
      <ul className={cls.plain}>
        {program.participants.map(({ personId, name, role, employerId, employerName, leftOn }) => {
          const consent = program.consents.find((one) => one.personId === personId);
          // With a participant their consent went too: not the terms have changed.
          const wentWith = consent?.status === 'Superseded' ? leftOn : null;
          return (
            <li key={personId}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {[
                  t(`role.${role}`),
                  employerId !== program.organizationId && employerName,
                  leftOn && t('people.left', { date: format.lastDay(leftOn) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
              <Text component="div" size="sm">
                {consent?.status ? (
                  <StatusTag tone={consentTones[consent.status]}>
                    {wentWith ? t('people.gone', { date: format.lastDay(wentWith) }) : t(`consent.status.${consent.status}`)}
                    {!wentWith && consent.decidedAt && ` · ${format.date(consent.decidedAt, 'short', program.timeZone)}`}
                  </StatusTag>
                ) : (
                  <StatusTag tone="off">{t('consent.notAsked')}</StatusTag>
                )}
              </Text>
              {consent?.reason && <Text size="sm">{t('consent.because', { reason: consent.reason })}</Text>}
              {consent?.decidedAt && (
                <Text size="sm" c="dimmed">
                  {proof(consent)}
                </Text>
              )}
              {consent?.settledAt && consent.contestOutcome && (
                <Text size="sm">
                  {t(`consent.settled.${consent.contestOutcome}`, {
                    date: format.date(consent.settledAt, 'short', program.timeZone),
                    name: consent.settledByName ?? '',
                    reason: consent.settleReason ?? '',
                  })}
                </Text>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
