import { useState } from 'react';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPrinter, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { PageHeader } from '@/shared/ui/page-header';
import { has, type Words } from './find';
import cls from './help.module.css';
import type ru from './ru.json';
import { ALL, roleTopics, tasks, taskTopics, topics, type TaskTopic, type Topic } from './topics';

export type Place = { label: string; name: string; link: LinkProps };

type Props = {
  /** A topic or `all`; what is neither is the reader's own role. */
  topic: string | undefined;
  /** Roles that the reader holds. */
  mine: readonly string[];
  /** Where the reader can go: the entries of the menu. */
  places: readonly Place[];
};

/** What each role does here and how each thing is done: found by words, read on paper too. */
export function HelpPage({ topic, mine, places }: Props) {
  const { t, i18n } = useTranslation('help');
  const [words, setWords] = useState('');
  const navigate = useNavigate();
  const texts = (i18n.getResourceBundle(i18n.language, 'help') as typeof ru).topic as Record<Topic, Words>;
  const first = roleTopics.find((role) => mine.includes(role));
  const chosen = [...topics, ALL].find((one) => one === topic) ?? first ?? 'today';
  const found = new Set(topics.filter((one) => !words.trim() || has(texts[one], words.trim())));
  const shown = chosen === ALL ? topics : [chosen as Topic];

  const printAll = async () => {
    await navigate({ to: '/help', search: { topic: ALL } });
    window.print();
  };

  const list = (label: string, all: readonly Topic[]) => {
    const here = all.filter((one) => found.has(one));
    return (
      here.length > 0 && (
        <section>
          <Title order={2} size="h5" mb={4}>
            {label}
          </Title>
          <ul style={{ margin: '0 0 12px', padding: 0, listStyle: 'none' }}>
            {here.map((one) => (
              <li key={one}>
                <Link to="/help" search={{ topic: one }} aria-current={one === chosen ? 'page' : undefined} className={cls.link}>
                  {texts[one].title}
                  {mine.includes(one) && (
                    <>
                      {' '}
                      <Text component="span" size="xs" c="dimmed">
                        · {t('yours')}
                      </Text>
                    </>
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )
    );
  };

  return (
    <>
      <PageHeader title={t('title')} summary={t('lead')}>
        <Group gap="xs" className="no-print">
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
          <Button variant="default" onClick={() => void printAll()}>
            {t('printAll')}
          </Button>
        </Group>
      </PageHeader>
      <div className={cls.columns}>
        <Stack gap="lg">
          {shown.map((one) => (
            <Article key={one} topic={one} words={texts[one]} places={places} />
          ))}
        </Stack>
        <nav aria-label={t('topics')} className="no-print">
          <TextInput
            type="search"
            mb="xs"
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <Text size="sm" c="dimmed" mb="xs" role="status">
            {words.trim() && t('found', { count: found.size })}
          </Text>
          {found.size === 0 && <EmptyState title={t('none')} text={t('noneText')} />}
          {list(t('roles'), roleTopics)}
          {list(t('tasks'), tasks)}
        </nav>
      </div>
    </>
  );
}

function Article({ topic, words, places }: { topic: Topic; words: Words; places: readonly Place[] }) {
  const { t } = useTranslation('help');
  const wanted: readonly string[] = topic in taskTopics ? taskTopics[topic as TaskTopic] : [];
  const here = places.filter(({ label }) => wanted.includes(label));

  return (
    <article style={{ maxInlineSize: '72ch', breakInside: 'avoid' }} aria-labelledby={`help-${topic}`}>
      <Title order={2} id={`help-${topic}`}>
        {words.title}
      </Title>
      <Text my="xs">{words.lead}</Text>
      <ol className={cls.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {here.length > 0 && (
        <Text size="sm" className="no-print">
          {t('go')}:{' '}
          {here.map(({ label, name, link }, index) => (
            <span key={label}>
              {index > 0 && ', '}
              <Link {...link}>{name}</Link>
            </span>
          ))}
        </Text>
      )}
    </article>
  );
}
