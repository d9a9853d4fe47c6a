import { useId, type ReactNode } from 'react';
import { NavLink, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { grouped, type NavEntry, type NavGroup, type ShownEntry } from './nav';
import cls from './nav-menu.module.css';

// Of a school and its list of programs, only one is the current page.
const EXACT = { exact: true, includeSearch: false };

type Props = {
  entries: ShownEntry[];
  /** The entry of the page that is open. */
  active: NavEntry['label'] | undefined;
  /** A link was followed: on a phone the menu gives its place to the page. */
  onLeave: () => void;
};

/** The menu: under headings where it is long, each of which stays closed on this device once it was closed. */
export function NavMenu({ entries, active, onLeave }: Props) {
  const [closed, setClosed] = useLocalStorage<NavGroup[]>({ key: 'nav-closed', defaultValue: [], getInitialValueInEffect: false });
  const toggle = (group: NavGroup) =>
    setClosed((was) => (was.includes(group) ? was.filter((one) => one !== group) : [...was, group]));

  return grouped(entries).map(({ group, entries: inside }) => {
    const list = <Links entries={inside} active={active} onLeave={onLeave} />;
    if (!group) return <div key="all">{list}</div>;
    return (
      <Part
        key={group}
        group={group}
        opened={!closed.includes(group)}
        current={inside.some(({ label }) => label === active)}
        onToggle={() => toggle(group)}
      >
        {list}
      </Part>
    );
  });
}

type PartProps = { group: NavGroup; opened: boolean; current: boolean; onToggle: () => void; children: ReactNode };

function Part({ group, opened, current, onToggle, children }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={cls.part}>
      <h2 className={cls.heading}>
        <UnstyledButton
          className={cls.toggle ?? ''}
          aria-expanded={opened}
          aria-controls={id}
          data-current={(current && !opened) || undefined}
          onClick={onToggle}
        >
          {t(`navGroup.${group}`)}
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </h2>
      <div id={id} hidden={!opened}>
        {children}
      </div>
    </div>
  );
}

function Links({ entries, active, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <ul className={cls.list}>
      {entries.map(({ label, icon: Icon, link }) => (
        <li key={label}>
          <NavLink
            renderRoot={(props) => <Link {...link} {...props} activeOptions={EXACT} />}
            label={t(`nav.${label}`)}
            leftSection={<Icon size={18} aria-hidden />}
            active={label === active}
            onClick={onLeave}
          />
        </li>
      ))}
    </ul>
  );
}
