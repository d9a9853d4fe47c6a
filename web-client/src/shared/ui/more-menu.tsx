import { Skeleton } from '@mantine/core';
import { later } from './later';

export type MoreMenuProps = {
  label: string;
  items: readonly { label: string; onClick: () => void }[];
};

/** Rare acts behind three dots. What floats weighs more than the page, which does not wait for it. */
export const MoreMenu = later<MoreMenuProps>(
  async () => (await import('./more-menu-list')).MoreMenuList,
  () => <Skeleton w={36} h={36} />,
);
