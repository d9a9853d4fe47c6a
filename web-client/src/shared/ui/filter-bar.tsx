import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, CloseButton, Group, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const TYPING_PAUSE = 250;

type Props = {
  /** The text in the URL. */
  search?: string | undefined;
  onSearch?: (text: string | undefined) => void;
  searchLabel?: string;
  /** Something differs from the defaults, so that there is what to reset. */
  changed?: boolean;
  onReset?: () => void;
  /** The other filters. */
  children?: ReactNode;
};

/** Filters above a list; the address of the page holds their values. */
export function FilterBar({ search = '', onSearch, searchLabel, changed, onReset, children }: Props) {
  const { t } = useTranslation();

  return (
    <Group component="search" aria-label={t('filter.label')} className="no-print" gap="xs" mb="sm" align="end">
      {onSearch && (
        <SearchInput label={searchLabel ?? t('filter.search')} value={search} onChange={onSearch} />
      )}
      {children}
      {changed && onReset && (
        <Button variant="subtle" onClick={onReset}>
          {t('filter.reset')}
        </Button>
      )}
    </Group>
  );
}

type SearchProps = { label: string; value: string; onChange: (text: string | undefined) => void };

function SearchInput({ label, value, onChange }: SearchProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((next: string) => {
    sent.current = next.trim();
    onChange(sent.current || undefined);
  }, TYPING_PAUSE);

  // Back, forward and reset change the address without typing; our own change comes back too,
  // perhaps while the user types on, and must not overwrite that.
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setText(value);
  }, [value]);

  const type = (next: string) => {
    setText(next);
    send(next);
  };

  return (
    <TextInput
      type="search"
      w={{ base: '100%', xs: 320 }}
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={text && <CloseButton aria-label={t('filter.clear')} onClick={() => type('')} />}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
