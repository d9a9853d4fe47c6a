import { lazy, Suspense } from 'react';
import { createPortal } from 'react-dom';
import { Alert, Button, Group, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { HandedOver } from './api';
import cls from './invitation-sheet.module.css';

const QrCode = lazy(async () => ({ default: (await import('@/shared/ui/qr-code')).QrCode }));

type Props = { sheet: HandedOver; onClose: () => void };

/** The sheet that the second official hands over: on the screen a preview, in print all there is. Its code is not on it. */
export function InvitationSheet({ sheet, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();

  return (
    <Stack gap="sm">
      <Alert variant="light" role="status" title={t('sheet.title')}>
        {t('sheet.once')}
      </Alert>
      <Paper sheet={sheet} className={cls.preview} />
      <Group justify="end" gap="xs">
        <Button onClick={() => window.print()}>{t('sheet.print')}</Button>
        <Button variant="default" onClick={onClose}>
          {common('form.close')}
        </Button>
      </Group>
      {/* Beside the application, so that nothing of the page is printed with it. */}
      {createPortal(<Paper sheet={sheet} className={cls.paper} hidden />, document.body)}
    </Stack>
  );
}

function Paper({ sheet, className, hidden = false }: { sheet: HandedOver; className: string | undefined; hidden?: boolean }) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  const link = `${location.origin}/set-password?sheet=yes#${sheet.token}`;
  const facts = [
    [t('sheet.for'), sheet.name],
    [t('sheet.at'), sheet.organizationName],
    [t('sheet.login'), sheet.email],
    [t('sheet.until'), format.instant(sheet.expiresAt)],
  ];

  return (
    <article className={className} aria-hidden={hidden || undefined} {...(hidden ? { 'data-print': 'only' } : {})}>
      <p className={cls.heading}>{t('sheet.heading')}</p>
      <dl className={cls.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ol className={cls.steps}>
        <li>
          {t('sheet.step1')}
          <div className={cls.qr}>
            <Suspense>
              <QrCode text={link} label={t('sheet.qr')} />
            </Suspense>
          </div>
          <p className={cls.link}>{link}</p>
        </li>
        <li>{t('sheet.step2')}</li>
        <li>{t('sheet.step3')}</li>
      </ol>
      <p className={cls.warn}>{t('sheet.warn')}</p>
    </article>
  );
}
