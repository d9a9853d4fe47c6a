import { useState, type ReactNode } from 'react';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { Timeline } from '@/shared/ui/timeline';
import { organizations, type OrganizationRecord } from './api';
import { EventChanges } from './event-changes';
import { Handover } from './handover';

const SuccessorDialog = dialogLater(async () => (await import('./successor-dialog')).SuccessorDialog, ({ opened }) => opened);
const LifeDialog = dialogLater(async () => (await import('./life-dialog')).LifeDialog, ({ opened }) => opened);

type Props = {
  organizationId: string;
  /** Whether the reader keeps the organizations of a region. */
  keeps: (region: string) => boolean;
  /** Where the reader goes on to: its people, roles, programs, indicators. */
  doors?: (organization: OrganizationRecord) => readonly Door[];
};

export type Door = { name: string; link: LinkProps };

/** One organization: what is public about it and what happened to it. */
export function OrganizationPage({ organizationId, keeps, doors = () => [] }: Props) {
  const { t } = useTranslation('organizations');
  const format = useFormat();
  const kinds = useDictionary('organization-kind');
  const { data: organization } = useSuspenseQuery(organizations.detail(organizationId));
  const [telling, setTelling] = useState(false);
  const [correcting, setCorrecting] = useState(false);
  const { nameShort, nameFull, status, kind, events } = organization;
  const mayManage = keeps(organization.regionCode);
  const hasSuccessor = organization.successors.length + organization.carriedOnBy.length > 0;

  return (
    <>
      <RecordHeader
        title={nameShort}
        status={<StatusTag tone={status === 'Open' ? 'ok' : 'off'}>{t(`status.${status}`)}</StatusTag>}
        facts={[
          { label: t('field.kind'), value: kinds.name(kind) },
          { label: t('field.territory'), value: place(organization) },
          ...numbers.flatMap((field) => {
            const value = organization[field];
            return value ? [{ label: t(`field.${field}`), value: <span className="numbers">{value}</span> }] : [];
          }),
          ...dates.flatMap((field) => {
            const value = organization[field];
            return value ? [{ label: t(`field.${field}`), value: format.date(value) }] : [];
          }),
        ]}
      >
        {mayManage && status === 'Open' && (
          <Button variant="default" onClick={() => setTelling(true)}>
            {t('life.open')}
          </Button>
        )}
      </RecordHeader>
      <Doors all={doors(organization)} />
      {mayManage && <SuccessorDialog organization={organization} opened={correcting} onClose={() => setCorrecting(false)} />}
      {mayManage && <LifeDialog organization={organization} opened={telling} onClose={() => setTelling(false)} />}
      <Relatives label={t('record.successors')} all={organization.successors} />
      <Relatives label={t('record.carriedOnBy')} all={organization.carriedOnBy} />
      {organization.closedByRegister && (
        <Group mb="xs" gap="sm">
          <Text size="sm" {...(hasSuccessor ? { c: 'dimmed' } : {})} maw={720}>
            {t(hasSuccessor ? 'correct.why' : 'correct.none')} {!hasSuccessor && t(mayManage ? 'correct.todo' : 'correct.who')}
          </Text>
          {mayManage && (
            <Button variant="default" size="xs" onClick={() => setCorrecting(true)}>
              {t(hasSuccessor ? 'correct.open' : 'correct.name')}
            </Button>
          )}
        </Group>
      )}
      <Relatives label={t('record.predecessors')} all={organization.predecessors} />
      {nameFull !== nameShort && (
        <Text maw={720} mb="md">
          {nameFull}
        </Text>
      )}
      <Handover organization={organization} mayUndo={mayManage} />

      <Title order={2} mt="lg" mb="xs">
        {t('record.contacts')}
      </Title>
      <Contacts organization={organization} />

      <Title order={2} mt="lg" mb="xs">
        {t('record.events')}
      </Title>
      {events.length > 0 ? (
        <Timeline
          label={t('record.events')}
          events={events.map((event, index) => ({
            id: String(index),
            at: event.occurredOn,
            title: t(`event.${event.kind}`),
            details: <EventChanges detail={event.detail} />,
          }))}
        />
      ) : (
        <Text c="dimmed">{t('record.noEvents')}</Text>
      )}
    </>
  );
}

function Doors({ all }: { all: readonly Door[] }) {
  const { t } = useTranslation('organizations');
  if (!all.length) return null;
  return (
    <nav aria-label={t('record.inside')} className="no-print">
      <Group gap="md" mb="md">
        {all.map(({ name, link }) => (
          <Link key={name} {...link}>
            {name}
          </Link>
        ))}
      </Group>
    </nav>
  );
}

function Relatives({ label, all }: { label: string; all: OrganizationRecord['successors'] }) {
  const format = useFormat();
  if (!all.length) return null;
  return (
    <Text mb="xs">
      {label}{' '}
      {all.map(({ id, nameShort, since }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link to="/organizations/$organizationId" params={{ organizationId: id }}>
            {nameShort}
          </Link>{' '}
          ({format.date(since)})
        </span>
      ))}
    </Text>
  );
}

const numbers = ['ogrn', 'inn', 'kpp'] as const;
const dates = ['openedOn', 'closedOn'] as const;

const place = ({ territoryCode, territoryNameRu, regionCode, regionNameRu }: OrganizationRecord) =>
  territoryCode === regionCode ? regionNameRu : `${territoryNameRu}, ${regionNameRu}`;

function Contacts({ organization: { address, phone, email, website } }: { organization: OrganizationRecord }) {
  const { t } = useTranslation('organizations');
  const site = website && webAddress(website);
  const lines: [label: string, value: ReactNode][] = [
    [t('field.address'), address],
    [t('field.phone'), phone && <Anchor href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Anchor>],
    [t('field.email'), email && <Anchor href={`mailto:${email}`}>{email}</Anchor>],
    [
      t('field.website'),
      site ? (
        <Anchor href={site} target="_blank" rel="noreferrer">
          {website}
        </Anchor>
      ) : (
        website
      ),
    ],
  ];
  const known = lines.filter(([, value]) => value);
  if (!known.length) return <Text c="dimmed">{t('record.noContacts')}</Text>;

  return (
    <dl style={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 16px', margin: 0 }}>
      {known.map(([label, value]) => (
        <div key={label} style={{ display: 'contents' }}>
          <Text component="dt" c="dimmed">
            {label}
          </Text>
          <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The register has addresses with and without a scheme; anything but http is no link. */
function webAddress(website: string) {
  try {
    const { protocol, href } = new URL(website.includes('://') ? website : `https://${website}`);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
