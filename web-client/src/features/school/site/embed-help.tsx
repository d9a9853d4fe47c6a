import { Code, CopyButton, Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { publicPage } from './api';

/** How the section gets into the site that the school has already: a frame or a feed. */
export function EmbedHelp({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('site');
  const address = location.origin + publicPage(organizationId);
  const frame = `<iframe src="${address}?embed=1" title="${t('embed.frameTitle')}" width="100%" height="800" loading="lazy"></iframe>`;

  return (
    <section aria-labelledby="embed" className="no-print">
      <Title order={2} id="embed" mt="lg" mb="xs">
        {t('embed.title')}
      </Title>
      <Text size="sm" mb="xs">
        {t('embed.text')}
      </Text>
      <Code block mb="xs" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {frame}
      </Code>
      <Group gap="sm">
        <CopyButton value={frame}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {t(copied ? 'embed.copied' : 'embed.copy')}
            </Button>
          )}
        </CopyButton>
        <a href={`${publicPage(organizationId)}/feed.atom`} target="_blank" rel="noreferrer">
          {t('embed.feed')}
        </a>
      </Group>
    </section>
  );
}
