import { Button, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { Failure } from '@/shared/ui/failure';
import { TextAreaField } from '@/shared/ui/fields';
import { LoadMore } from '@/shared/ui/load-more';
import { sayDone } from '@/shared/ui/say-done';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { planActs } from './plan-acts';
import { plans } from './plan-api';
import cls from './program-page.module.css';
import type { Program } from './types';
import { useAct } from './use-act';

/** What everybody who works with the program says about it. */
export function Discussion({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const { act, dialog } = useAct();
  const pages = useInfiniteQuery(plans.comments(program.id));
  const comments = pages.data?.pages.flatMap(({ items }) => items);
  const mayWrite = program.actions.includes('Comment');
  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;

  return (
    <Stack gap="lg" maw={720}>
      {mayWrite && <Write programId={program.id} />}
      {comments?.length === 0 && (
        <EmptyState title={t('discussion.none')} text={t(mayWrite ? 'discussion.noneText' : 'discussion.noneYet')} />
      )}
      {comments && comments.length > 0 && (
        <ul className={cls.plain} aria-label={t('page.tab.discussion')}>
          {comments.map(({ id, authorName, isOwn, text, writtenAt }) => (
            <li key={id}>
              <Text size="sm" c="dimmed">
                {authorName} · <time dateTime={writtenAt}>{format.instant(writtenAt)}</time>
              </Text>
              {text ? <p className={cls.text}>{text}</p> : <Text c="dimmed">{t('discussion.withdrawn')}</Text>}
              {isOwn && text && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() => void act(() => planActs.withdrawComment(program.id, id))}
                >
                  {t('discussion.withdraw')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && <LoadMore pages={pages} shown={comments?.length ?? 0} />}
      {dialog}
    </Stack>
  );
}

function Write({ programId }: { programId: string }) {
  const { t } = useTranslation('programs');
  const key = useIdempotencyKey();
  const { act, dialog } = useAct();
  const form = useForm({ defaultValues: { text: '' }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['text']);
  const send = submit(async ({ text }) => {
    if (!(await act(() => planActs.comment(programId, text.trim(), key.header)))) return;
    key.next();
    form.reset();
    sayDone(t('discussion.send'));
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <TextAreaField
        control={form.control}
        name="text"
        label={t('discussion.label')}
        hint={t('discussion.hint')}
        required
        maxLength={4000}
      />
      <Group mt="xs">
        <Button type="submit" loading={form.formState.isSubmitting}>
          {t('discussion.send')}
        </Button>
      </Group>
      {dialog}
    </form>
  );
}
