import type { SandboxAnswer } from './answer.ts';
import type { BadDay } from './bad-days.ts';
import type { LazyRequest } from './request.ts';
import type { WireFormat, SandboxRoute } from './sandbox-definition.ts';

/** How an answer is put on the wire. */
type Delivery = 'whole' | 'cut' | 'held';

export interface Faulted {
  readonly answer: SandboxAnswer;
  readonly delivery: Delivery;
}

interface FaultContext {
  readonly definition: WireFormat;
  readonly route: SandboxRoute;
  readonly request: LazyRequest;
  /** The answer of a good day. */
  readonly answer: SandboxAnswer;
  /** The page answered before this one. */
  readonly previous: SandboxAnswer | undefined;
  readonly retryAfterSeconds: number;
}

const logInPage =
  '<!doctype html><html><head><title>Log in</title></head><body><form method="post"><input name="user"></form></body></html>';

const faults: Readonly<Record<BadDay, (context: FaultContext) => SandboxAnswer>> = {
  cutPage: ({ answer }) => answer,
  slow: ({ answer }) => answer,
  emptyPage: ({ definition, answer, request }) => definition.emptyPage(answer, request),
  repeatedPage: ({ previous, answer }) => previous ?? answer,
  unauthorisedInTheMiddle: ({ definition }) => definition.answers.unauthorised,
  rateLimitStorm: ({ definition, retryAfterSeconds }) => definition.answers.rateLimited(retryAfterSeconds),
  rateLimitOnce: ({ definition, retryAfterSeconds }) => definition.answers.rateLimited(retryAfterSeconds),
  serverError: ({ definition }) => definition.answers.serverError,
  serverErrorOnce: ({ definition }) => definition.answers.serverError,
  htmlWith200: () => ({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: logInPage }),
  truncatedJson: ({ answer }) => ({ ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }),
  missingPermission: ({ definition, answer, route, request }) => definition.withoutPermission(answer, route, request),
  forbidden: ({ definition }) => definition.answers.forbidden,
  notFound: ({ definition }) => definition.answers.notFound,
  errorIn200: ({ definition, answer }) => definition.answers.errorIn200 ?? answer,
};

/** The answer of a bad day in place of the good one. */
export function fault(name: BadDay, context: FaultContext): Faulted {
  return { answer: faults[name](context), delivery: name === 'cutPage' ? 'cut' : name === 'slow' ? 'held' : 'whole' };
}
