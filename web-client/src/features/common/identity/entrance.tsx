import type { ReactNode } from 'react';
import { Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Mark } from '@/shared/ui/mark';
import cls from './entrance.module.css';

type Props = {
  title: string;
  /** Language and theme switches. */
  controls?: ReactNode;
  children: ReactNode;
};

/** The frame of the pages before sign-in. */
export function Entrance({ title, controls, children }: Props) {
  const { t } = useTranslation('identity');
  const { t: common } = useTranslation();
  useDocumentTitle(`${title} — ${common('app.name')}`);

  return (
    <div className={cls.page}>
      <aside className={cls.aside}>
        <p className={cls.motto}>{t('signIn.motto')}</p>
        <p className={cls.mottoText}>{t('signIn.mottoText')}</p>
      </aside>
      <div className={cls.side}>
        <Group component="header" justify="space-between" wrap="nowrap" mih={34}>
          <Group gap="xs" wrap="nowrap">
            <Mark size={32} />
            <span className={cls.product}>{common('app.name')}</span>
          </Group>
          <Group gap={4} wrap="nowrap">
            {controls}
          </Group>
        </Group>
        <main className={cls.main}>
          <Title order={1} mb="md">
            {title}
          </Title>
          {children}
        </main>
      </div>
    </div>
  );
}
