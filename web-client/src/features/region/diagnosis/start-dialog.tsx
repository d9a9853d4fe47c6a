import { useState } from 'react';
import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { workplaces } from '@/shared/me/workplaces';
import { diagnosisActs } from './acts';
import { diagnosis } from './api';

/** Where, by which instrument, and whose view. */
export function StartDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('diagnosis');
  return (
    <Modal opened={opened} onClose={onClose} title={t('start.title')}>
      {opened && <Form onClose={onClose} />}
    </Modal>
  );
}

function Form({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('diagnosis');
  const { t: common } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { header } = useIdempotencyKey();
  const [chosen, setChosen] = useState<{ place?: string; instrument?: string; expert?: string }>({});
  const [fault, setFault] = useState<string>();
  const [sending, setSending] = useState(false);
  const { data: places } = useQuery(workplaces());
  const place = chosen.place ?? places?.[0]?.organizationId;
  const known = place ? diagnosis.instruments({ at: place, form: 'Asked' }) : undefined;
  const { data: instruments } = useQuery({ queryKey: known?.queryKey ?? ['diagnosis', 'instruments', ''], queryFn: known?.queryFn ?? skipToken });
  const around = place ? diagnosis.helpers(place) : undefined;
  const { data: helpers } = useQuery({ queryKey: around?.queryKey ?? ['diagnosis', 'helpers', ''], queryFn: around?.queryFn ?? skipToken });

  const send = async () => {
    if (!place || !chosen.instrument) return setFault(t('start.choose'));
    setSending(true);
    try {
      const made = await diagnosisActs.start({ organizationId: place, instrumentId: chosen.instrument, expertId: chosen.expert ?? null }, header);
      await client.invalidateQueries({ queryKey: diagnosis.all });
      onClose();
      await navigate({ to: '/diagnoses/$diagnosisId', params: { diagnosisId: made.id } });
    } catch (error) {
      setFault(problemText(error));
    } finally {
      setSending(false);
    }
  };

  if (places?.length === 0) return <Text>{t('start.nowhere')}</Text>;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack gap="sm">
        {fault && (
          <Text c="red" size="sm" role="alert">
            {fault}
          </Text>
        )}
        {places && places.length > 1 && (
          <Select
            label={t('start.place')}
            allowDeselect={false}
            value={place ?? null}
            data={places.map(({ organizationId, organizationName }) => ({ value: organizationId, label: organizationName }))}
            onChange={(value) => setChosen(value ? { place: value } : {})}
          />
        )}
        <Select
          label={t('start.instrument')}
          required
          value={chosen.instrument ?? null}
          data={(instruments ?? []).map(({ id, nameRu, nameEn, edition }) => ({
            value: id,
            label: t('start.edition', { name: format.language === 'ru' ? nameRu : nameEn, edition }),
          }))}
          onChange={(value) => setChosen({ ...chosen, ...(value ? { instrument: value } : {}) })}
        />
        <Select
          label={t('start.whose')}
          description={t('start.whoseHint')}
          value={chosen.expert ?? ''}
          allowDeselect={false}
          data={[
            { value: '', label: t('start.own') },
            ...(helpers?.people ?? []).map(({ personId, name, role, organizationName }) => ({
              value: personId,
              label: `${name} — ${t(`role.${role as 'Expert'}`)}, ${organizationName}`,
            })),
          ]}
          onChange={(value) => setChosen((now) => ({ ...now, expert: value || undefined }))}
        />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={sending}>
            {chosen.expert ? t('start.ask') : t('start.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
