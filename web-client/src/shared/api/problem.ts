/** RFC 9457 problem details as the platform sends them. */
export type Problem = {
  type?: string;
  title: string;
  status: number;
  detail?: string | undefined;
  /** Stable machine-readable code, e.g. `session.wrong-credentials`. */
  code?: string;
  traceId?: string;
  /** Seconds after which the server wants to be asked again. */
  retryAfter?: number;
  /** JSON pointer to the field → what is wrong with it. */
  errors?: Record<string, string[]>;
};

export class ApiError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.name = 'ApiError';
    this.problem = problem;
  }

  get status() {
    return this.problem.status;
  }

  get code() {
    return this.problem.code;
  }
}

/** The record was changed by somebody else since it was read. */
export const isStale = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status === 412;

export async function toProblem(response: Response): Promise<Problem> {
  const retryAfter = Number(response.headers.get('retry-after'));
  const fallback = {
    title: response.statusText || `HTTP ${response.status}`,
    status: response.status,
    ...(retryAfter > 0 && { retryAfter }),
  };
  if (!response.headers.get('content-type')?.includes('json')) return fallback;
  try {
    return { ...fallback, ...((await response.json()) as Partial<Problem>) };
  } catch {
    return fallback;
  }
}
