import { useEffect } from 'react';
import { Alert, Anchor, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useController, useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { sayDone } from '@/shared/ui/say-done';
import { helpActs } from './acts';
import { helpDesk } from './api';
import type { Place } from './my-page';

type Values = {
  organizationId: string;
  form: string;
  subject: string;
  text: string;
  areas: string[];
  bodyId: string;
  wantedBy: string;
  schoolSees: boolean;
};

type Props = { opened: boolean; places: readonly Place[]; onClose: () => void };

/** A question: articles that answer it come first, then the body that is offered. */
export function AskDialog({ opened, places, onClose }: Props) {
  const { t } = useTranslation('help-desk');
  const navigate = useNavigate();
  const forms = useDictionary('help-form');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('ask.title')}
      submitLabel={t('ask.send')}
      defaults={{
        organizationId: places[0]?.id ?? '',
        form: 'consultation',
        subject: '',
        text: '',
        areas: [],
        bodyId: '',
        wantedBy: '',
        schoolSees: false,
      }}
      refresh={helpDesk.all}
      onSend={async ({ organizationId, wantedBy, ...rest }, header) => {
        const { id } = await helpActs.ask(organizationId, { ...rest, wantedBy: wantedBy || null }, header);
        void navigate({ to: '/help-desk/$requestId', params: { requestId: id } });
      }}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="subject" required label={t('subject')} hint={t('ask.subjectHint')} maxLength={200} />
          <Suggestions control={control} onAnswered={onClose} />
          <TextAreaField control={control} name="text" required label={t('ask.text')} hint={t('ask.textHint')} rows={4} maxLength={8000} />
          {places.length > 1 && (
            <SelectField
              control={control}
              name="organizationId"
              label={t('ask.for')}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField control={control} name="form" required label={t('form')} options={forms.options} />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" label={t('areas')} />
          <Offers control={control} />
          <DateField control={control} name="wantedBy" label={t('ask.wantedBy')} hint={t('ask.wantedByHint')} />
          <Sees control={control} />
        </>
      )}
    </CommandDialog>
  );
}

type Inner = { control: Control<Values> };

/** What may answer it before it is asked. */
function Suggestions({ control, onAnswered }: Inner & { onAnswered: () => void }) {
  const { t } = useTranslation('help-desk');
  const [subject] = useDebouncedValue(useWatch({ control, name: 'subject' }).trim(), 400);
  const { data = [] } = useQuery({ ...helpDesk.suggestions(subject), enabled: subject.length >= 3 });
  const rate = useMutation({
    mutationFn: (articleId: string) => helpActs.rate(articleId, true, true),
    onSuccess: () => {
      sayDone(t('ask.answeredSaid'));
      onAnswered();
    },
  });
  if (data.length === 0) return null;
  return (
    <Alert title={t('ask.found')} role="status">
      <Stack gap="sm">
        {data.map(({ id, title, excerpt }) => (
          <div key={id}>
            <Anchor href={`/help-desk/articles/${id}`} target="_blank" rel="noopener" fw={600}>
              {title}
            </Anchor>
            <Text size="sm">{excerpt}</Text>
            <Button mt={4} size="compact-sm" variant="default" loading={rate.isPending} onClick={() => rate.mutate(id)}>
              {t('ask.answered')}
              <span className="visually-hidden">: {title}</span>
            </Button>
          </div>
        ))}
      </Stack>
    </Alert>
  );
}

/** Who is to answer: the nearest first, with the reason. */
function Offers({ control }: Inner) {
  const { t } = useTranslation('help-desk');
  const services = useDictionary('support-service');
  const [organizationId, form] = useWatch({ control, name: ['organizationId', 'form'] });
  const { data, isError } = useQuery({ ...helpDesk.offers(organizationId, form), enabled: Boolean(organizationId && form) });
  const { field, fieldState } = useController({ control, name: 'bodyId', rules: { required: t('ask.chooseBody') } });
  const { onChange } = field;
  const first = data?.[0]?.bodyId ?? '';
  useEffect(() => {
    onChange(first);
  }, [first, onChange]);
  if (isError) return <Alert color="red">{t('ask.offersFailed')}</Alert>;
  if (data?.length === 0) return <Alert title={t('ask.nobody')}>{t('ask.nobodyText')}</Alert>;
  return (
    <Radio.Group
      label={t('ask.to')}
      withAsterisk
      value={field.value}
      onChange={onChange}
      error={fieldState.error?.message}
    >
      <Stack gap="xs" mt={4}>
        {data?.map(({ bodyId, nameShort, reason, service, open, people, days }) => (
          <Radio
            key={bodyId}
            value={bodyId}
            label={nameShort}
            description={[
              reason === 'Service' ? t('ask.byService', { service: services.name(service ?? '') }) : t('ask.byRegion'),
              t('ask.answersIn', { count: days }),
              people === 0 ? t('ask.noPeople') : t('ask.busy', { count: open }),
            ].join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Sees({ control }: Inner) {
  const { t } = useTranslation('help-desk');
  const { field } = useController({ control, name: 'schoolSees' });
  return (
    <Group>
      <Checkbox
        label={t('ask.schoolSees')}
        description={t('ask.schoolSeesHint')}
        checked={field.value}
        onBlur={field.onBlur}
        onChange={(event) => field.onChange(event.currentTarget.checked)}
      />
    </Group>
  );
}
