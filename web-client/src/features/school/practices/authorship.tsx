import { Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { practiceActs } from './acts';
import cls from './practices.module.css';
import type { Practice } from './types';
import { usePracticeAct } from './use-practice-act';

type Props = { practice: Practice; personId: string | undefined };

/** Who wrote it, for its authors: each says for themselves whether to be named. */
export function Authorship({ practice: { id, authors }, personId }: Props) {
  const { t } = useTranslation('practices');
  const { attempt, dialog } = usePracticeAct();
  const mine = authors.find((author) => author.personId === personId);
  const state = (named: boolean | null) => t(named === null ? 'authors.unanswered' : named ? 'authors.named' : 'authors.unnamed');
  const answer = (named: boolean) => attempt(() => practiceActs.answer(id, named), t(named ? 'authors.yes' : 'authors.no'));

  return (
    <section className={cls.card} aria-labelledby="authors">
      <Title order={2} id="authors" mb="xs">
        {t('authors.title')}
      </Title>
      <ul className={cls.plain}>
        {authors.map(({ personId: author, name, named }) => (
          <li key={author}>
            {name}
            <Text size="sm" c="dimmed">
              {state(named)}
            </Text>
          </li>
        ))}
      </ul>
      {mine && (
        <div role="group" aria-labelledby="authorship">
          <Text id="authorship" fw={600} mt="md">
            {mine.named === null ? t('authors.ask') : t(mine.named ? 'authors.isNamed' : 'authors.isUnnamed')}
          </Text>
          <Text size="sm" c="dimmed" mb="xs">
            {t('authors.askText')}
          </Text>
          <Group gap="xs">
            {mine.named !== true && (
              <Button variant={mine.named === null ? 'filled' : 'default'} onClick={() => answer(true)}>
                {t('authors.yes')}
              </Button>
            )}
            {mine.named !== false && (
              <Button variant="default" onClick={() => answer(false)}>
                {t('authors.no')}
              </Button>
            )}
          </Group>
        </div>
      )}
      {dialog}
    </section>
  );
}
