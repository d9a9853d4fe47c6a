import { Radio, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { initiativeActs } from './acts';
import { initiatives, type Initiative } from './api';
import type { Place } from './initiatives-page';
import { scopes } from './search';

type Values = { organizationId: string; title: string; purpose: string; areas: string[]; scope: Initiative['scope']; joining: 'ask' | 'invited' };
type Props = { places: readonly Place[]; initiative: Initiative | undefined; opened: boolean; onClose: () => void };

/** A new initiative, or what is said of one that is there. */
export function CardDialog({ places, initiative, opened, onClose }: Props) {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate();
  const title = t(initiative ? 'revise' : 'start');
  const send = async ({ organizationId, title: name, purpose, areas, scope, joining }: Values, header: Record<string, string>) => {
    const card = { title: name.trim(), purpose: purpose.trim(), areas, scope, byInvitation: joining === 'invited' };
    if (initiative) return initiativeActs.revise(initiative, card);
    const { id } = await initiativeActs.start(organizationId, card, header);
    return navigate({ to: '/initiatives/$initiativeId', params: { initiativeId: id } });
  };
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={title}
      submitLabel={t(initiative ? 'save' : 'start')}
      defaults={{
        organizationId: places[0]?.id ?? '',
        title: initiative?.title ?? '',
        purpose: initiative?.purpose ?? '',
        areas: initiative?.areas ?? [],
        scope: initiative?.scope ?? 'Municipality',
        joining: initiative?.byInvitation ? 'invited' : 'ask',
      }}
      refresh={initiatives.all}
      onSend={send}
    >
      {({ control }) => (
        <>
          {!initiative && (
            <Text size="sm" c="dimmed">
              {t('startText')}
            </Text>
          )}
          {!initiative && places.length > 1 && (
            <SelectField control={control} name="organizationId" label={t('from')} options={places.map(({ id, name }) => ({ value: id, label: name }))} />
          )}
          <TextField control={control} name="title" required label={t('name')} maxLength={200} />
          <TextAreaField control={control} name="purpose" required rows={4} label={t('purpose')} hint={t('purposeHint')} maxLength={4000} />
          <DictionaryListField control={control} name="areas" dictionary="competence-area" required label={t('areas')} />
          <SelectField
            control={control}
            name="scope"
            required
            label={t('scope')}
            options={scopes.map((value) => ({ value, label: t(`scopeOf.${value}`) }))}
          />
          <JoiningField control={control} />
        </>
      )}
    </CommandDialog>
  );
}

function JoiningField({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('initiatives');
  const { field } = useField({ control, name: 'joining', label: t('joining') });
  return (
    <Radio.Group label={t('joining')} value={field.value as string} onChange={field.onChange}>
      <Stack gap={6} mt={4}>
        {(['ask', 'invited'] as const).map((one) => (
          <Radio key={one} value={one} label={t(`joiningOf.${one}`)} description={t(`joiningText.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
