import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Instrument } from './api';

/** What an edition asks, or how its areas are those of competence. */
export function InstrumentShown({ instrument: { content } }: { instrument: Instrument }) {
  const { t } = useTranslation('diagnosis');
  const { language, number } = useFormat();
  const areas = useDictionary('competence-area');
  const word = ({ ru, en }: { ru: string; en: string }) => (language === 'ru' ? ru : en);
  const saidOf = (code: string) => {
    const asked = content.items.find((item) => item.code === code);
    return asked ? word(asked) : code;
  };

  if (content.outside)
    return (
      <section aria-labelledby="mapping">
        <Title order={2} size="h3" id="mapping" mb="xs">
          {t('mapping.title')}
        </Title>
        <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('mapping.own')}</Table.Th>
                <Table.Th>{t('mapping.area')}</Table.Th>
                <Table.Th>{t('mapping.scale')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {content.outside.areas.map((one) => (
                <Table.Tr key={one.code}>
                  <Table.Td>
                    {word(one)}
                    <Text size="sm" c="dimmed">
                      <code>{one.code}</code>
                    </Text>
                  </Table.Td>
                  <Table.Td>{areas.name(one.area)}</Table.Td>
                  <Table.Td>
                    {one.levels
                      ? one.levels.map((level) => `${level.word} = ${level.value}`).join(', ')
                      : t('mapping.bounds', { from: number(one.from ?? 0), to: number(one.to ?? 0) })}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
    );

  return (
    <Stack gap="md">
      {[...new Set(content.items.map(({ area }) => area))].map((area) => (
        <section key={area} aria-label={areas.name(area)}>
          <Title order={2} size="h4">
            {areas.name(area)}
          </Title>
          <ul>
            {content.items
              .filter((item) => item.area === area)
              .map((item) => (
                <li key={item.code}>
                  {word(item)}{' '}
                  <Text span size="sm" c="dimmed">
                    {t(`item.type.${item.type}`)}
                    {item.showIf && ` · ${t('item.shownIf', { item: saidOf(item.showIf.item) })}`}
                  </Text>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Stack>
  );
}
