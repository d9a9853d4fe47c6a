import type { Tone } from '@/shared/ui/status-tag';
import type { Act, ActKind, ActStatus } from './api';

/** In the order in which a school needs them. */
export const kinds = [
  'IntroductionOrder',
  'Regulation',
  'ImplementationRoadmap',
  'CuratorOrder',
  'CouncilOrder',
  'CollectiveAgreement',
  'PayTerms',
  'RightsMemo',
  'Other',
] as const satisfies readonly ActKind[];

export const asksUnion: readonly ActKind[] = ['Regulation', 'CollectiveAgreement', 'PayTerms'];

export const tones: Record<ActStatus, Tone> = {
  Draft: 'wait',
  Agreed: 'wait',
  Approved: 'wait',
  InForce: 'ok',
  Superseded: 'off',
  Repealed: 'off',
};

export const road = ['Draft', 'Agreed', 'Approved', 'InForce'] as const;

/** Where on the road an act stands; an ended one stands where it got to. */
export function placeOnRoad({ status, effectiveOn, approvedByName }: Act): (typeof road)[number] {
  if (status === 'Superseded') return 'InForce';
  if (status !== 'Repealed') return status;
  if (!approvedByName) return 'Draft';
  return effectiveOn ? 'InForce' : 'Approved';
}
