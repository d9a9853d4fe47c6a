import { useState } from 'react';
import { Alert, Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { PageHeader } from '@/shared/ui/page-header';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { StatusTag } from '@/shared/ui/status-tag';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { publishPost, revisePost, withdrawPost, writePost } from './acts';
import { publicPage, site, type Post } from './api';
import { PostFields } from './post-fields';
import { fromPost, toText, type PostValues } from './post-values';
import cls from './post-page.module.css';
import { Preview } from './preview';
import { tones } from './status';

const FIELDS = ['category', 'title', 'lead', 'body', 'heldOn', 'personIds'] as const;

type Props = { organizationId: string; post?: Post | undefined; onCreated: (id: string) => void };

/** Writes one post: text at the left, how it will look at the right. */
export function PostPage({ organizationId, post, onCreated }: Props) {
  const { t } = useTranslation('site');
  const client = useQueryClient();
  const form = useForm<PostValues>({ values: fromPost(post), shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const reload = () => client.invalidateQueries({ queryKey: site.all() });
  const { guard, dialog } = useStaleDialog(reload);
  const [withdrawing, setWithdrawing] = useState(false);
  const shown = useWatch({ control: form.control }) as PostValues;
  const { isDirty, isSubmitting } = form.formState;
  const isPublic = post?.status === 'Published';

  const save = async (values: PostValues) => {
    if (!post) return writePost(organizationId, toText(values));
    return form.formState.isDirty ? revisePost(post.id, post.version, toText(values)) : { id: post.id, version: post.version };
  };
  const done = async (id: string) => {
    await reload();
    if (!post) onCreated(id);
  };
  const send = submit((values) => guard(async () => done((await save(values)).id)));
  const publish = submit((values) =>
    guard(async () => {
      const { id, version } = await save(values);
      try {
        await publishPost(id, version);
      } finally {
        // The text was kept, whether or not it may be published.
        await done(id);
      }
    }),
  );

  return (
    <>
      <PageHeader
        title={post?.title ?? t('newTitle')}
        summary={
          <Group gap="sm">
            <Link to="/school/$orgId/site" params={{ orgId: organizationId }}>
              {t('back')}
            </Link>
            {post && <StatusTag tone={tones[post.status]}>{t(`status.${post.status}`)}</StatusTag>}
          </Group>
        }
      >
        {isPublic && (
          <a href={publicPage(organizationId, post.id)} target="_blank" rel="noreferrer">
            {t('openPost')}
          </a>
        )}
      </PageHeader>
      {post?.withdrawReason && (
        <Alert mb="md" title={t('withdrawn')}>
          {post.withdrawReason}
        </Alert>
      )}
      <div className={cls.columns}>
        <Box component="form" noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary {...summary} />
          <Stack gap="sm">
            <PostFields form={form} organizationId={organizationId} mentioned={post?.people ?? []} />
            <Group gap="xs">
              <Button type="submit" variant={isPublic ? 'filled' : 'default'} disabled={!isDirty} loading={isSubmitting}>
                {t(isPublic ? 'saveChanges' : 'saveDraft')}
              </Button>
              {!isPublic && (
                <Button loading={isSubmitting} onClick={() => void publish()}>
                  {t('publish')}
                </Button>
              )}
              {post && post.status !== 'Withdrawn' && (
                <Button variant="default" onClick={() => setWithdrawing(true)}>
                  {t('withdraw')}
                </Button>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {t('rule')}
            </Text>
          </Stack>
        </Box>
        <section aria-labelledby="preview" className={cls.preview}>
          <Title order={2} id="preview" size="h5" c="dimmed">
            {t('preview')}
          </Title>
          <Preview values={shown} />
        </section>
      </div>
      {post && (
        <ConfirmDialog
          opened={withdrawing}
          onClose={() => setWithdrawing(false)}
          title={t('withdrawTitle')}
          confirmLabel={t('withdraw')}
          danger
          askReason
          onConfirm={(reason) =>
            guard(async () => {
              await withdrawPost(post.id, post.version, reason);
              await reload();
            })
          }
        >
          <Text size="sm">{t('withdrawText')}</Text>
        </ConfirmDialog>
      )}
      {dialog}
    </>
  );
}
