import { createFileRoute, redirect } from '@tanstack/react-router';
import { homeOf } from '@/shared/me/home';

export const Route = createFileRoute('/_app/')({
  beforeLoad: ({ context: { me } }) => {
    throw redirect({ href: homeOf(me), replace: true });
  },
});
