import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Anchor, Button, Tabs } from '@mantine/core';
import { IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { RecordHeader } from '@/shared/ui/record-header';
import { StateSteps } from '@/shared/ui/state-steps';
import { StatusTag } from '@/shared/ui/status-tag';
import { ActActions } from './act-actions';
import { ActHistory } from './act-history';
import cls from './act-page.module.css';
import { ActPaper } from './act-paper';
import { actActs } from './acts';
import { acts, refreshActs, type Act } from './api';
import { placeOnRoad, road, tones } from './kinds';
import { actTabs, type ActTab } from './tabs';

const ActEditor = lazy(async () => ({ default: (await import('./act-editor')).ActEditor }));

const Drafting = lazy(async () => ({ default: (await import('./co-drafting')).CoDraftingPanel }));

type Props = {
  actId: string;
  mayWrite: boolean;
  /** Who only reads what came into force does not see how drafts are made. */
  seesDrafts: boolean;
  tab: ActTab | undefined;
  onTab: (tab: ActTab | undefined) => void;
  onOpen: (actId: string) => void;
  /** What another feature offers to do with the act. */
  more?: ((act: Act) => ReactNode) | undefined;
};

/** One act: its sheet, its state, what was said about it, and what can be done now. */
export function ActPage({ actId, mayWrite, seesDrafts, tab, onTab, onOpen, more }: Props) {
  const { t } = useTranslation('local-acts');
  const format = useFormat();
  const { data: act } = useSuspenseQuery(acts.detail(actId));
  const [editing, setEditing] = useState(false);
  const file = useMutation({ meta: { inline: true }, mutationFn: () => download(`/api/v1/acts/${actId}/document.docx`, `${act.kind}.docx`) });
  const asked = act.cosigns.some(({ status }) => status === 'Requested');

  return (
    <>
      <div className="no-print">
        <RecordHeader
          title={act.title}
          status={<StatusTag tone={tones[act.status]}>{asked ? t('atUnion') : t(`status.${act.status}`)}</StatusTag>}
          facts={[
            { label: t('field.kind'), value: t(`kind.${act.kind}`) },
            { label: t('field.number'), value: act.number ? t('act.numberOf', { number: act.number, date: format.date(act.signedOn!) }) : '—' },
            { label: t('field.effectiveOn'), value: act.effectiveOn ? format.date(act.effectiveOn) : '—' },
            { label: t('field.edition'), value: act.edition },
            {
              label: t('act.organization'),
              value: (
                <Anchor renderRoot={(props) => <Link to="/school/$orgId/documents" params={{ orgId: act.organizationId }} {...props} />}>
                  {act.organizationName}
                </Anchor>
              ),
            },
          ]}
        >
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {t('act.print')}
          </Button>
          <Button variant="default" leftSection={<IconFileTypeDocx size={16} aria-hidden />} loading={file.isPending} onClick={() => file.mutate()}>
            {t('act.docx')}
          </Button>
          {!editing && <ActActions act={act} onEdit={() => setEditing(true)} />}
          {more && act.status !== 'Superseded' && act.status !== 'Repealed' && more(act)}
          {mayWrite && act.status === 'InForce' && !act.successorId && <Successor act={act} onOpen={onOpen} />}
        </RecordHeader>
        {file.error && <Failure error={file.error} />}
        <StateSteps
          label={t('field.status')}
          current={placeOnRoad(act)}
          steps={road.map((id) => ({ id, label: t(`status.${id}`) }))}
        />
      </div>
      {seesDrafts && (
        <Tabs className="no-print" mt="md" value={tab ?? 'sheet'} onChange={(next) => onTab(next === 'drafting' ? 'drafting' : undefined)}>
          <Tabs.List aria-label={t('tab.label')}>
            {actTabs.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`tab.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="sheet">{null}</Tabs.Panel>
          <Tabs.Panel value="drafting">
            <Suspense>{tab === 'drafting' && <Drafting act={act} />}</Suspense>
          </Tabs.Panel>
        </Tabs>
      )}
      <div className={cls.columns} hidden={seesDrafts && tab === 'drafting'}>
        <div>
          {editing ? (
            <Suspense>
              <ActEditor act={act} onClose={() => setEditing(false)} />
            </Suspense>
          ) : (
            <ActPaper blocks={act.paper} label={act.title} />
          )}
        </div>
        <ActHistory act={act} />
      </div>
    </>
  );
}

/** A new act in the place of one in force, with its text to begin from. */
function Successor({
  act,
  onOpen,
}: {
  act: { id: string; organizationId: string; kind: Parameters<typeof actActs.draft>[1]['kind'] };
  onOpen: Props['onOpen'];
}) {
  const { t } = useTranslation('local-acts');
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const draft = useMutation({
    mutationFn: () => actActs.draft(act.organizationId, { kind: act.kind, supersedesId: act.id }, header),
    onSuccess: async ({ id }) => {
      await refreshActs(client);
      onOpen(id);
    },
  });
  return (
    <Button variant="default" loading={draft.isPending} onClick={() => draft.mutate()}>
      {t('act.succeed')}
    </Button>
  );
}
