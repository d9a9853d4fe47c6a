import { useState } from 'react';
import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { Loaded } from '@/shared/ui/loaded';
import { dialogLater } from '@/shared/ui/later';
import { diagnosis, type Diagnosis } from './api';
import { EvidenceOf } from './evidence';
import { madeBy } from './search';
import cls from './result.module.css';

const ShareDialog = dialogLater(async () => (await import('./share-dialog')).ShareDialog);

/** The profile of the areas, beside another one of the same kind, and who reads it. */
export function ResultOf({ result }: { result: Diagnosis }) {
  const { t } = useTranslation('diagnosis');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const [other, setOther] = useState<string | null>(null);
  const [sharing, setSharing] = useState(false);
  const band = (level: number) => {
    const found = result.content.bands.findLast(({ from }) => from <= level);
    return found ? (format.language === 'ru' ? found.ru : found.en) : '';
  };
  const who = (one: { author: Diagnosis['author']; expertName?: string | null; doneAt: string }) =>
    `${one.expertName ? t(madeBy(one.author), { name: one.expertName }) : t('own')}, ${format.instant(one.doneAt)}`;

  return (
    <Stack gap="lg" maw={860}>
      {result.own && (
        <section aria-labelledby="readers">
          <Title order={2} size="h3" id="readers">
            {t('readers.title')}
          </Title>
          <Text size="sm">{result.readers.length > 0 ? result.readers.map(({ name }) => name).join(', ') : t('readers.nobody')}</Text>
          <Group gap="xs" mt="xs" className="no-print">
            <Button variant="default" size="xs" onClick={() => setSharing(true)}>
              {t('readers.change')}
            </Button>
            <Button variant="default" size="xs" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </Group>
        </section>
      )}
      <section aria-labelledby="profile">
        <Title order={2} size="h3" id="profile" mb="xs">
          {t('profile')}
        </Title>
        <Text size="sm" c="dimmed">
          {t(`meaning.${result.kind}`)}
        </Text>
        <Table.ScrollContainer minWidth={320}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('area')}</Table.Th>
                <Table.Th>{t('level')}</Table.Th>
                <Table.Th>{t('restsOn')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {result.areas.map(({ area, level, restsOn }) => (
                <Table.Tr key={area}>
                  <Table.Td>{areas.name(area)}</Table.Td>
                  <Table.Td>
                    <div className={cls.bar} aria-hidden>
                      <span style={{ width: `${level}%` }} />
                    </div>
                    {level} · {band(level)}
                  </Table.Td>
                  <Table.Td>
                    {t('answered', { answered: restsOn.answered, shown: restsOn.shown })}
                    {result.content.outside?.areas
                      .filter(({ code }) => restsOn.items.includes(code))
                      .map(({ code, ru, en, to }) => (
                        <Text key={code} size="sm" c="dimmed">
                          {`${format.language === 'ru' ? ru : en}: ${result.answers[code] ?? '—'}`}
                          {to != null && ` / ${format.number(to)}`}
                        </Text>
                      ))}
                    <EvidenceOf of={result} area={area} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </section>
      {result.others.length > 0 && (
        <section aria-labelledby="comparison">
          <Title order={2} size="h3" id="comparison" mb="xs">
            {t('comparison.title')}
          </Title>
          <Select
            label={t('comparison.with')}
            value={other}
            onChange={setOther}
            clearable
            data={result.others.map((one) => ({ value: one.id, label: who(one) }))}
            className="no-print"
          />
          {other && <Comparison id={result.id} other={other} who={who} />}
        </section>
      )}
      <ShareDialog opened={sharing} onClose={() => setSharing(false)} result={result} />
    </Stack>
  );
}

type ComparisonProps = { id: string; other: string; who: (one: { author: Diagnosis['author']; expertName?: string | null; doneAt: string }) => string };

function Comparison({ id, other, who }: ComparisonProps) {
  const { t } = useTranslation('diagnosis');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const query = useQuery(diagnosis.comparison(id, other));
  return (
    <Loaded query={query}>
      {({ earlier, later, sameEdition, areas: rows }) => (
        <>
          {!sameEdition && (
            <Text size="sm" mt="xs">
              {t('comparison.otherEdition', { earlier: earlier.instrumentVersion, later: later.instrumentVersion })}
            </Text>
          )}
          <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table mt="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('area')}</Table.Th>
                  <Table.Th>{who(earlier)}</Table.Th>
                  <Table.Th>{who(later)}</Table.Th>
                  <Table.Th>{t('comparison.change')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map((row) => (
                  <Table.Tr key={row.code}>
                    <Table.Td>{areas.name(row.code)}</Table.Td>
                    <Table.Td>{row.earlier ?? '—'}</Table.Td>
                    <Table.Td>{row.later ?? '—'}</Table.Td>
                    <Table.Td>{row.change == null ? '—' : format.number(row.change, { signDisplay: 'exceptZero' })}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </>
      )}
    </Loaded>
  );
}
