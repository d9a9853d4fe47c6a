import { useMutation } from '@tanstack/react-query';
import { ApiError } from '@/shared/api/problem';
import { identity, type NewSession } from './api';

export type SignInStep = 'password' | 'code';

/** Opens a session on the server; some accounts are asked for a one-time code as a second step. */
export function useSignIn(onSignedIn: () => void) {
  const { mutate, reset, error, variables, isPending, isSuccess, failureCount } = useMutation({
    ...identity.signIn(),
    onSuccess: onSignedIn,
  });
  const needsCode = error instanceof ApiError && error.code === 'session.code-required';
  const step: SignInStep = needsCode || (variables?.code && !isSuccess) ? 'code' : 'password';

  return {
    step,
    /** Undefined while nothing is wrong; being asked for a code is not a fault. */
    fault: needsCode ? undefined : (error ?? undefined),
    attempt: failureCount,
    /** Stays true until the browser has left for the return address. */
    isPending: isPending || isSuccess,
    send: (session: NewSession) => mutate(session),
    startAgain: reset,
  };
}

export type SignIn = ReturnType<typeof useSignIn>;
