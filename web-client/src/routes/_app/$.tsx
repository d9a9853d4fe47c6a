import { createFileRoute, notFound } from '@tanstack/react-router';

/** An unknown address, answered inside the shell. */
export const Route = createFileRoute('/_app/$')({
  loader: () => {
    throw notFound();
  },
});
