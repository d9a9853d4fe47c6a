import type { ReactNode } from 'react';
import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { dialogLater } from './later';

export type CommandProps<T extends FieldValues> = {
  opened: boolean;
  title: string;
  onClose: () => void;
  defaults: DefaultValues<T>;
  /** The fields on the screen, by the names that the API uses; those of `defaults` when absent. */
  fields?: readonly string[];
  /** A verb: what will happen. */
  submitLabel: string;
  /** Sends what was typed; the header makes sending twice one act. `false` keeps the dialog open. */
  onSend: (values: T, header: Record<string, string>) => Promise<unknown>;
  /** What is read anew after a success, and when somebody was faster; absent where `onSend` sees to it. */
  refresh?: QueryKey | ((client: QueryClient) => Promise<unknown>);
  size?: string;
  /** What came of it is said by `onSend` itself, or shown by what opens next. */
  silent?: boolean;
  children: (form: UseFormReturn<T>) => ReactNode;
};

/** A form in a dialog: checks, the server's faults, the race with others, the refresh after it. */
export const CommandDialog = dialogLater(async () => (await import('./command-modal')).CommandModal) as unknown as <
  T extends FieldValues,
>(
  props: CommandProps<T>,
) => ReactNode;
