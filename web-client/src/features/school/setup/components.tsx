import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { roleName } from '@/shared/me/role-name';
import type { Setup } from './api';
import cls from './setup.module.css';

/** The two contours: the school's own people do it, the bodies outside help. */
export function Components({ setup: { components } }: { setup: Setup }) {
  const { t } = useTranslation('setup');
  const kinds = useDictionary('organization-kind');
  const inside = components.filter(({ role }) => role);
  const outside = components.filter(({ organizationKind }) => organizationKind);

  return (
    <>
      <section className={cls.part} aria-labelledby="internal-contour">
        <Title order={2} id="internal-contour" mb={4}>
          {t('contour.internal')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('contour.internalText')}
        </Text>
        <dl className={cls.facts}>
          {inside.map(({ role, names, count }) => (
            <div key={role}>
              <dt>{roleName(role!)}</dt>
              <dd>{names.length ? names.join(', ') : count || t('contour.nobody')}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={cls.part} aria-labelledby="external-contour">
        <Title order={2} id="external-contour" mb={4}>
          {t('contour.external')}
        </Title>
        <Text size="sm" c="dimmed" mb="sm">
          {t('contour.externalText')}
        </Text>
        <dl className={cls.facts}>
          {outside.map(({ organizationKind, names }) => (
            <div key={organizationKind}>
              <dt>{kinds.name(organizationKind!)}</dt>
              <dd>{names.join(', ')}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
