import { ActionIcon, Text, VisuallyHidden } from '@mantine/core';
import { IconMail, IconMailOpened } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { notifications, type Notification } from './api';
import cls from './inbox-page.module.css';
import { PathLink } from '@/shared/ui/path-link';

type Props = { row: Notification; onMarked: () => unknown };

/** One notification: what happened, to what, when. Following it reads it. */
export function InboxRow({ row, onMarked }: Props) {
  const { t, i18n } = useTranslation('notifications');
  const { t: called } = useTranslation('notices');
  const format = useFormat();
  const mark = useMutation({ ...notifications.mark(), onSettled: onMarked });
  const { id, kind, title, about, startsAt, path, at, readAt } = row;
  const read = readAt !== null;
  // A kind that the server has learnt since this build keeps its title.
  const known = i18n.exists(`kind.${kind}`, { ns: 'notices' });
  const verb = t(read ? 'row.unread' : 'row.read');

  return (
    <li className={cls.row} data-unread={!read || undefined}>
      <div className={cls.what}>
        <PathLink path={path} className={cls.link} onFollow={() => !read && mark.mutate({ id, read: true })}>
          {!read && <VisuallyHidden>{t('row.new')} </VisuallyHidden>}
          {known ? called(`kind.${kind}`) : title}
        </PathLink>
        <Text size="sm" c="dimmed">
          {[known && title, about, startsAt && format.instant(startsAt)].filter(Boolean).join(' · ')}
        </Text>
      </div>
      <time dateTime={at} className={cls.when}>
        {format.instant(at)}
      </time>
      <ActionIcon
        variant="subtle"
        color="gray"
        className={cls.mark ?? ''}
        title={verb}
        aria-label={`${verb}: ${known ? called(`kind.${kind}`) : title}, ${title}`}
        loading={mark.isPending}
        onClick={() => mark.mutate({ id, read: !read })}
      >
        {read ? <IconMail size={18} aria-hidden /> : <IconMailOpened size={18} aria-hidden />}
      </ActionIcon>
    </li>
  );
}
