import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { PostValues } from './post-values';
import { SiteText } from './site-text';

/** How readers will see the post, as it is typed. */
export function Preview({ values }: { values: PostValues }) {
  const { t } = useTranslation('site');
  const format = useFormat();
  const { title, lead, body, heldOn, category } = values;

  if (!title && !lead && !body) return <Text c="dimmed">{t('previewEmpty')}</Text>;
  return (
    <article>
      <Text component="h3" fz="h2" fw={600} my="xs">
        {title}
      </Text>
      <Text size="sm" c="dimmed">
        {t(`category.${category}`)}
      </Text>
      <Text fz="lg" my="xs">
        {lead}
      </Text>
      {heldOn && (
        <Text size="sm" c="dimmed">
          {t('heldOn', { date: format.date(heldOn, 'long') })}
        </Text>
      )}
      <SiteText text={body} />
    </article>
  );
}
