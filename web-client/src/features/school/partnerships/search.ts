import type { components } from '@/shared/api/schema';

type Schemas = components['schemas'];

export const partnerTabs = ['contracts', 'contacts', 'log'] as const;
export const contractStatuses = ['Draft', 'InForce', 'Ended', 'Terminated'] as const satisfies readonly Schemas['PartnerContractStatus'][];
export const contractKinds = [
  'Cooperation',
  'SocialPartnership',
  'NetworkForm',
  'Practice',
  'Other',
] as const satisfies readonly Schemas['PartnerContractKind'][];
export const contactRoles = ['Official', 'Informal', 'Community'] as const satisfies readonly Schemas['PartnerContactRole'][];
export const coordinationKinds = [
  'Meeting',
  'Consultation',
  'Conference',
  'Forum',
  'Webinar',
  'Seminar',
] as const satisfies readonly Schemas['CoordinationKind'][];

/** What the address of the page asks for. */
export type PartnersSearch = {
  tab?: (typeof partnerTabs)[number] | undefined;
  q?: string | undefined;
  status?: (typeof contractStatuses)[number] | undefined;
  warned?: 'yes' | undefined;
  role?: (typeof contactRoles)[number] | undefined;
  kind?: (typeof coordinationKinds)[number] | undefined;
  open?: 'yes' | undefined;
  /** Of the log: only with this contact. */
  contact?: string | undefined;
  /** Of the log: only under this contract. */
  contract?: string | undefined;
};

export type TabProps = { organizationId: string; search: PartnersSearch; onSearch: (change: Partial<PartnersSearch>) => void };
