import type { MenteeStatus, MentorStatus } from './api';

/* What the addresses of these pages ask for. Apart from the pages, which load only when they are opened. */

export const ownTabs = ['mentee', 'mentor', 'request', 'entitlements', 'incentives'] as const;
export type OwnTab = (typeof ownTabs)[number];
export type OwnSearch = { tab?: OwnTab | undefined; org?: string | undefined };

export type MentorSearch = {
  q?: string | undefined;
  status?: MentorStatus | undefined;
  topic?: string | undefined;
  subject?: string | undefined;
  free?: 'yes' | undefined;
};

export const menteeTabs = ['list', 'requests', 'wishes'] as const;
export type MenteeTab = (typeof menteeTabs)[number];
export type MenteeSearch = {
  tab?: MenteeTab | undefined;
  q?: string | undefined;
  status?: MenteeStatus | undefined;
  category?: string | undefined;
  subject?: string | undefined;
  program?: 'with' | 'without' | undefined;
};
