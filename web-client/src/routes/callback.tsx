import { createFileRoute, redirect } from '@tanstack/react-router';

/** Where the server sends the browser with a code after sign-in. */
export const Route = createFileRoute('/callback')({
  preload: false,
  beforeLoad: async ({ context: { auth } }) => {
    const href = await auth.completeSignIn();
    throw redirect({ href, replace: true });
  },
});
