import { Button, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import i18n from 'i18next';
import { useTranslation } from 'react-i18next';
import { activeAssignment } from '@/shared/api/active-assignment';
import type { Assignment, Me } from '@/shared/me/api';
import { roleName } from '@/shared/me/role-name';
import cls from './assignment-switch.module.css';

const ALL = 'all';

const place = (of: Assignment) =>
  of.delegated
    ? i18n.t('app.delegated', { name: of.organizationName ?? '' })
    : (of.organizationName ?? of.territoryName ?? undefined);

/** Lets a person of several roles or schools work in one of them; permissions narrow with it. */
export function AssignmentSwitch({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const router = useRouter();
  const current = me.assignments.find(({ id }) => id === me.activeAssignmentId);

  const choose = async (id: string) => {
    activeAssignment.set(id === ALL ? undefined : id);
    queryClient.clear();
    await router.navigate({ to: '/' });
    await router.invalidate();
  };

  const [only, ...others] = me.assignments;
  if (!only) return null;
  if (!others.length) {
    const words = [roleName(only.role), place(only)].filter(Boolean).join(' · ');
    return <Text className={cls.only ?? ''}>{words}</Text>;
  }

  return (
    <Menu withinPortal={false} position="bottom-start" width={320}>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          className={cls.button}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <span className="visually-hidden">{t('app.assignment')}: </span>
          {current ? roleName(current.role) : t('app.allAssignments')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={current?.id ?? ALL} onChange={(id) => void choose(id)}>
          <Menu.RadioItem value={ALL} closeMenuOnClick>
            {t('app.allAssignments')}
          </Menu.RadioItem>
          {me.assignments.map((assignment) => (
            <Menu.RadioItem key={assignment.id} value={assignment.id} closeMenuOnClick>
              {roleName(assignment.role)}
              <Text component="span" display="block" size="xs" c="dimmed">
                {place(assignment)}
              </Text>
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
