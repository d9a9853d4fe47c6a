import type { ReactNode } from 'react';
import { dialogLater } from './later';

export type ConfirmProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** A verb: what will happen. */
  confirmLabel: string;
  danger?: boolean;
  /** Asks for a reason and does not go on without one, unless it is optional. */
  askReason?: boolean | 'optional';
  /** What the reason is called here. */
  reasonLabel?: string;
  /** What came of it is said by `onConfirm` itself, or shown by what opens next. */
  silent?: boolean;
  /** The dialog stays open, and shows the failure, until this succeeds; `false` keeps it open too. */
  onConfirm: (reason: string) => unknown;
};

/** Asks before an act that cannot be taken back. */
export const ConfirmDialog = dialogLater<ConfirmProps>(async () => (await import('./confirm-modal')).ConfirmModal);
