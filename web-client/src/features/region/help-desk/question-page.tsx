import { useState } from 'react';
import { Alert, Button, FileButton, Group, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { Timeline } from '@/shared/ui/timeline';
import { helpActs } from './acts';
import { helpDesk, type Question } from './api';
import type { StepAct } from './step-dialogs';
import { tones } from './search';

const StepDialogs = dialogLater(async () => (await import('./step-dialogs')).StepDialogs, ({ act }) => act !== undefined);

const ACCEPTED = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.webp,.mp4,.txt';
const words = { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } as const;

/** One question for both sides: what was asked, said and done. */
export function QuestionPage({ requestId }: { requestId: string }) {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const forms = useDictionary('help-form');
  const areas = useDictionary('competence-area');
  const { data: q } = useSuspenseQuery(helpDesk.question(requestId));
  const [act, setAct] = useState<StepAct>();

  return (
    <>
      <p className="no-print">
        {q.forBody ? (
          <Link to="/school/$orgId/help-desk" params={{ orgId: q.bodyId }}>
            {t('toQueue')}
          </Link>
        ) : (
          <Link to="/help-desk">{t('toMine')}</Link>
        )}
      </p>
      <RecordHeader
        title={q.subject}
        status={<StatusTag tone={q.overdue ? 'risk' : tones[q.status]}>{t(q.overdue ? 'overdue' : `status.${q.status}`)}</StatusTag>}
        facts={[
          { label: t('form'), value: forms.name(q.form) },
          ...(q.areas.length > 0 ? [{ label: t('areas'), value: q.areas.map(areas.name).join(', ') }] : []),
          { label: t('asker'), value: `${q.personName}, ${q.organizationName}` },
          { label: t('body'), value: q.bodyName },
          { label: t('asked'), value: format.date(q.askedAt) },
          { label: t('due'), value: format.date(q.dueOn) },
          ...(q.wantedBy ? [{ label: t('wanted'), value: format.date(q.wantedBy) }] : []),
          ...(q.takenByName ? [{ label: t('answerer'), value: q.takenByName }] : []),
          ...(q.mark ? [{ label: t('mark'), value: t('markOf', { mark: q.mark }) }] : []),
          { label: t('readers'), value: t(q.schoolSees ? 'readersSchool' : 'readersTwo') },
        ]}
      >
        <Button variant="default" className="no-print" onClick={() => print()}>
          {t('print')}
        </Button>
        <Steps q={q} onAct={setAct} />
      </RecordHeader>
      {q.escalatedAt && (
        <Alert color="orange" mb="md">
          {t('escalated', { date: format.date(q.escalatedAt) })}
        </Alert>
      )}
      <section aria-labelledby="question">
        <Title order={2} id="question" mb="xs">
          {t('question')}
        </Title>
        <p style={words}>{q.text}</p>
      </section>
      <Thread q={q} onAct={setAct} />
      <StepDialogs act={act} q={q} onClose={() => setAct(undefined)} />
    </>
  );
}

function Steps({ q, onAct }: { q: Question; onAct: (act: StepAct) => void }) {
  const { t } = useTranslation('help-desk');
  const client = useQueryClient();
  const navigate = useNavigate();
  const refresh = () => client.invalidateQueries({ queryKey: helpDesk.all });
  const take = useMutation({ mutationFn: () => helpActs.take(q), onSettled: refresh });
  const draft = useMutation({
    mutationFn: () => helpActs.draft(q.id),
    onSuccess: ({ id }) => navigate({ to: '/help-desk/articles/$articleId', params: { articleId: id } }),
    onSettled: refresh,
  });
  const answered = q.forBody && (q.status === 'Answered' || q.status === 'Closed');
  return (
    <>
      {q.steps.map((step) =>
        step === 'Take' ? (
          <Button key={step} className="no-print" loading={take.isPending} onClick={() => take.mutate()}>
            {t(q.status === 'Taken' ? 'step.TakeOver' : 'step.Take')}
          </Button>
        ) : step === 'Escalate' ? null : (
          <Button
            key={step}
            className="no-print"
            variant={step === 'Answer' || step === 'Close' ? 'filled' : 'default'}
            onClick={() => onAct(step)}
          >
            {t(`step.${step}`)}
          </Button>
        ),
      )}
      {answered && !q.articleId && (
        <Button className="no-print" variant="default" loading={draft.isPending} onClick={() => draft.mutate()}>
          {t('article.make')}
        </Button>
      )}
      {q.articleId && (
        <LinkButton to="/help-desk/articles/$articleId" params={{ articleId: q.articleId }} variant="default" className="no-print">
          {t('article.open')}
        </LinkButton>
      )}
      {[take.error, draft.error].map((error, at) => error && <Failure key={at} error={error} />)}
    </>
  );
}

/** What both sides said, attached and did, in its order. */
function Thread({ q, onAct }: { q: Question; onAct: (act: StepAct) => void }) {
  const { t } = useTranslation('help-desk');
  const format = useFormat();
  const client = useQueryClient();
  const key = useIdempotencyKey();
  const [failure, setFailure] = useState<unknown>();
  const attach = useMutation({
    mutationFn: (file: File) => helpActs.attach(q.id, file, key.header['Idempotency-Key']),
    onSuccess: () => key.next(),
    onSettled: () => client.invalidateQueries({ queryKey: helpDesk.all }),
  });
  const get = (id: string, name: string) =>
    download(`/api/v1/help-requests/${q.id}/files/${id}`, name).then(() => setFailure(undefined), setFailure);

  return (
    <section aria-labelledby="thread">
      <Title order={2} id="thread" mt="lg" mb="xs">
        {t('thread')}
      </Title>
      {q.entries.length === 0 && <Text c="dimmed">{t('threadNone')}</Text>}
      <Timeline
        label={t('thread')}
        events={q.entries.map(({ id, kind, step, text, authorName, writtenAt, size }) => ({
          id,
          at: writtenAt,
          title: <strong>{kind === 'Step' && step ? t(`did.${step}`) : t(`kind.${kind}`)}</strong>,
          ...(step === 'Escalate' || !authorName ? {} : { by: authorName }),
          details:
            kind === 'File' ? (
              <Button size="compact-sm" variant="light" onClick={() => void get(id, text)}>
                {`${text} · ${format.size(size ?? 0)}`}
              </Button>
            ) : text ? (
              <span style={words}>{text}</span>
            ) : undefined,
        }))}
      />
      {failure !== undefined && <Failure error={failure} />}
      {attach.error && <Failure error={attach.error} />}
      {q.mayWrite && (
        <Group gap="xs" mt="md" className="no-print">
          <Button variant="default" onClick={() => onAct('Message')}>
            {t('write')}
          </Button>
          <FileButton accept={ACCEPTED} onChange={(file) => file && attach.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={attach.isPending}>
                {t('attach')}
              </Button>
            )}
          </FileButton>
          {q.forBody && (
            <Button variant="default" onClick={() => onAct('Note')}>
              {t('note')}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}
