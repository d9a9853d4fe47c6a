import { useState } from 'react';
import { Button, Group, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { partnershipActs, partnerships, type Contact } from './api';
import { contactRoles, type TabProps } from './search';

const ContactDialog = dialogLater(async () => (await import('./contact-dialog')).ContactDialog);

type Task = { kind: 'add' } | { kind: 'revise' | 'erase'; contact: Contact };

/** People outside the school: the curator and the head alone see who they are. */
export function Contacts({ organizationId, search, onSearch }: TabProps) {
  const { t } = useTranslation('partnerships');
  const client = useQueryClient();
  const pages = useInfiniteQuery(partnerships.contacts(organizationId, search));
  const [task, setTask] = useState<Task>();
  const close = () => setTask(undefined);
  const contact = task && task.kind !== 'add' ? task.contact : undefined;
  const narrowed = Boolean(search.q ?? search.role);

  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw={640}>
        {t('contact.about')}
      </Text>
      <FilterBar
        search={search.q}
        searchLabel={t('contact.search')}
        onSearch={(q) => onSearch({ q })}
        changed={narrowed}
        onReset={() => onSearch({ q: undefined, role: undefined })}
      >
        <NativeSelect
          aria-label={t('contact.role')}
          value={search.role ?? ''}
          onChange={(event) => onSearch({ role: contactRoles.find((one) => one === event.currentTarget.value) })}
          data={[{ value: '', label: t('contact.anyRole') }, ...contactRoles.map((value) => ({ value, label: t(`role.${value}`) }))]}
        />
        <Button onClick={() => setTask({ kind: 'add' })}>{t('contact.add')}</Button>
      </FilterBar>
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          return rows.length === 0 ? (
            <EmptyState title={t(narrowed ? 'nothingFound' : 'contact.none')} text={t(narrowed ? 'nothingFoundText' : 'contact.noneText')} />
          ) : (
            <>
              <Stack gap="sm">
                {rows.map((one) => (
                  <Paper key={one.id} withBorder p="sm" component="section" aria-label={one.name}>
                    <Group justify="space-between" align="start" gap="sm">
                      <div style={{ flex: '1 1 280px', minWidth: 0 }}>
                        <Text fw={600}>{one.name}</Text>
                        <Text size="sm">{[one.post, one.worksAt].filter(Boolean).join(', ')}</Text>
                        <Text size="sm" c="dimmed">
                          {[t(`role.${one.role}`), one.reach, t('contact.met', { count: one.met })].filter(Boolean).join(' · ')}
                        </Text>
                        {one.note && <Text size="sm">{one.note}</Text>}
                      </div>
                      <Group gap="xs" className="no-print">
                        {one.met > 0 && (
                          <LinkButton
                            variant="subtle"
                            to="/school/$orgId/partners"
                            params={{ orgId: organizationId }}
                            search={{ tab: 'log', contact: one.id }}
                            aria-label={`${t('log.entriesOf')}: ${one.name}`}
                          >
                            {t('log.entriesOf')}
                          </LinkButton>
                        )}
                        <Button variant="subtle" aria-label={`${t('edit')}: ${one.name}`} onClick={() => setTask({ kind: 'revise', contact: one })}>
                          {t('edit')}
                        </Button>
                        <Button
                          variant="subtle"
                          c="var(--mantine-color-error)"
                          aria-label={`${t('contact.erase')}: ${one.name}`}
                          onClick={() => setTask({ kind: 'erase', contact: one })}
                        >
                          {t('contact.erase')}
                        </Button>
                      </Group>
                    </Group>
                  </Paper>
                ))}
              </Stack>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      <ContactDialog organizationId={organizationId} opened={task?.kind === 'add' || task?.kind === 'revise'} contact={contact} onClose={close} />
      <ConfirmDialog
        opened={task?.kind === 'erase'}
        onClose={close}
        title={t('contact.erase')}
        confirmLabel={t('contact.erase')}
        danger
        onConfirm={async () => {
          if (contact) await partnershipActs.eraseContact(organizationId, contact);
          await client.invalidateQueries({ queryKey: partnerships.all });
        }}
      >
        <Text size="sm">{t('contact.eraseText', { name: contact?.name })}</Text>
      </ConfirmDialog>
    </>
  );
}
