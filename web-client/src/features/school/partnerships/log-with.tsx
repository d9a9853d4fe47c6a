import { useState } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { partnerships, type Entry } from './api';
import type { TabProps } from './search';

const TYPING_PAUSE = 250;

type Props = TabProps & {
  /** What the log shows now: it names what is chosen even where the lists do not. */
  entries: readonly Entry[];
};

/** Narrows the log to one contact or one contract. The address holds their ids alone: it names nobody. */
export function LogWith({ organizationId, search, onSearch, entries }: Props) {
  const { t } = useTranslation('partnerships');
  const [asked, setAsked] = useState({ contact: '', contract: '' });
  const [typed] = useDebouncedValue(asked, TYPING_PAUSE);
  const like = (q: string) => (q ? { q } : {});
  const contacts = useInfiniteQuery({ ...partnerships.contacts(organizationId, like(typed.contact)), placeholderData: keepPreviousData });
  const contracts = useInfiniteQuery({ ...partnerships.contracts(organizationId, like(typed.contract)), placeholderData: keepPreviousData });
  const known = (contacts.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, name, worksAt }) => ({
    value: id,
    label: [name, worksAt].filter(Boolean).join(', '),
  }));
  const signed = (contracts.data?.pages.flatMap(({ items }) => items) ?? []).map(({ id, partnerName, number }) => ({
    value: id,
    label: [partnerName, number].filter(Boolean).join(', '),
  }));
  const met = entries.flatMap((entry) => entry.contacts).find(({ id }) => id === search.contact);
  const under = entries.flatMap((entry) => entry.partners).find(({ id }) => id === search.contract);

  return (
    <>
      <Choice
        label={t('log.withContact')}
        options={known}
        value={search.contact}
        name={met?.name || (met ? t('log.erased', { role: t(`role.${met.role}`) }) : t('log.chosenContact'))}
        onAsk={(contact) => setAsked({ ...asked, contact })}
        onChange={(contact) => onSearch({ contact })}
      />
      <Choice
        label={t('log.underContract')}
        options={signed}
        value={search.contract}
        name={under?.name ?? t('log.chosenContract')}
        onAsk={(contract) => setAsked({ ...asked, contract })}
        onChange={(contract) => onSearch({ contract })}
      />
    </>
  );
}

type Option = { value: string; label: string };
type ChoiceProps = {
  label: string;
  options: Option[];
  value: string | undefined;
  /** What the chosen one is called where the options lack it. */
  name: string;
  onAsk: (text: string) => void;
  onChange: (value: string | undefined) => void;
};

function Choice({ label, options, value, name, onAsk, onChange }: ChoiceProps) {
  const { t } = useTranslation('partnerships');
  const isListed = !value || options.some((option) => option.value === value);
  const data = isListed ? options : [{ value, label: name }, ...options];
  return (
    <Select
      aria-label={label}
      placeholder={label}
      w={{ base: '100%', xs: 240 }}
      clearable
      searchable
      data={data}
      // The server searches, so every option that came fits.
      filter={({ options: all }) => all}
      nothingFoundMessage={t('nothingFound')}
      value={value ?? null}
      // A label in the field is a choice, not a question.
      onSearchChange={(text) => onAsk(data.some((option) => option.label === text) ? '' : text.trim())}
      onChange={(next) => onChange(next ?? undefined)}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
