import { useState } from 'react';
import { Button, Group, Skeleton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LoadMore } from '@/shared/ui/load-more';
import { profileActs } from './acts';
import { profiles, type LearningRequest } from './api';
import { Section } from './form-parts';
import cls from './profiles.module.css';
import { RequestCard } from './request-card';
import { useAct } from './use-act';

const RequestDialog = dialogLater(async () => (await import('./request-dialog')).RequestDialog);

type Props = {
  organizationId: string;
  /** One person's requests; absent: the school's. */
  personId?: string;
  /** Who looks: the author or the school. */
  as: 'author' | 'school';
};

type Answering = { request: LearningRequest; accepted: boolean };

/** Learning requests: written by the author, answered by the school. */
export function LearningRequests({ organizationId, personId, as }: Props) {
  const { t } = useTranslation('profiles');
  const pages = useInfiniteQuery(profiles.requests(organizationId, personId));
  const [written, setWritten] = useState<LearningRequest | 'new'>();
  const [answering, setAnswering] = useState<Answering>();
  const { act, attempt, dialog } = useAct();

  if (pages.error) return <Failure error={pages.error} onRetry={() => void pages.refetch()} />;
  const requests = pages.data?.pages.flatMap(({ items }) => items);
  if (!requests) return <Skeleton h={160} />;
  const isOpen = requests.some(({ status }) => ['Draft', 'Submitted', 'Returned'].includes(status));

  const acts = (request: LearningRequest) => {
    const step = (name: 'submit' | 'fulfil' | 'withdraw') => () =>
      attempt(() => profileActs.stepRequest(request.id, name, request.version), t(`request.${name}`));
    const { status } = request;
    if (as === 'school') {
      return (
        status === 'Submitted' && (
          <>
            <Button size="xs" onClick={() => setAnswering({ request, accepted: true })}>
              {t('request.accept')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAnswering({ request, accepted: false })}>
              {t('request.return')}
            </Button>
          </>
        )
      );
    }
    return (
      <>
        {(status === 'Draft' || status === 'Returned') && (
          <Button size="xs" variant="default" onClick={() => setWritten(request)}>
            {t('request.revise')}
          </Button>
        )}
        {status === 'Draft' && (
          <Button size="xs" onClick={step('submit')}>
            {t('request.submit')}
          </Button>
        )}
        {status === 'Accepted' && (
          <Button size="xs" onClick={step('fulfil')}>
            {t('request.fulfil')}
          </Button>
        )}
        {status !== 'Fulfilled' && status !== 'Withdrawn' && (
          <Button size="xs" variant="subtle" onClick={step('withdraw')}>
            {t('request.withdraw')}
          </Button>
        )}
      </>
    );
  };

  return (
    <Section
      id="requests"
      title={t('request.title')}
      tools={
        as === 'author' &&
        !isOpen && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setWritten('new')}>
            {t('request.write')}
          </Button>
        )
      }
    >
      {requests.length === 0 && (
        <EmptyState title={t('request.none')} text={t(as === 'author' ? 'request.noneAuthor' : 'request.noneSchool')} />
      )}
      <ul className={cls.rows}>
        {requests.map((request) => (
          <li key={request.id} className={cls.row}>
            <RequestCard request={request} withName={!personId} />
            <Group gap="xs" mt="xs">
              {acts(request)}
            </Group>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <LoadMore pages={pages} shown={requests.length} />}

      <RequestDialog
        key={typeof written === 'object' ? written.id : written}
        opened={written !== undefined}
        {...(typeof written === 'object' ? { request: written } : {})}
        onClose={() => setWritten(undefined)}
        onSave={(text) =>
          act(() =>
            typeof written === 'object'
              ? profileActs.reviseRequest(written.id, written.version, text)
              : profileActs.draftRequest({ organizationId, personId: personId ?? '' }, text),
          )
        }
      />
      <ConfirmDialog
        opened={answering !== undefined}
        onClose={() => setAnswering(undefined)}
        title={t(answering?.accepted ? 'request.acceptTitle' : 'request.returnTitle')}
        confirmLabel={t(answering?.accepted ? 'request.accept' : 'request.return')}
        reasonLabel={t(answering?.accepted ? 'request.how' : 'request.why')}
        askReason
        onConfirm={(answer) =>
          answering &&
          act(() => profileActs.answerRequest(answering.request.id, answering.request.version, answering.accepted, answer))
        }
      />
      {dialog}
    </Section>
  );
}
