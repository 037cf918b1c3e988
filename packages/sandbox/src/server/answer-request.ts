import { raw as rawAnswer, type SandboxAnswer } from './answer.ts';
import type { SandboxCompany } from './company.ts';
import type { Faulted } from './fault.ts';
import type { Misfortune } from './misfortune.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { RequestLog } from './request-log.ts';
import { LazyRequest, type RawRequest } from './request.ts';
import type { RouteMatch } from './router.ts';
import type { WireFormat, SandboxRoute } from './sandbox-definition.ts';

/** What all ports of one sandbox share. */
export interface SandboxState {
  readonly definition: WireFormat;
  readonly company: SandboxCompany;
  readonly log: RequestLog;
  readonly limiter: RateLimiter | undefined;
  /** What handlers threw: a fault of the sandbox itself. */
  readonly failures: unknown[];
  misfortune: Misfortune | undefined;
}

type Route = (method: string, path: string) => RouteMatch | undefined;

/** Decides what is answered: route, rate limit, authentication, handler, bad day. */
export function answerRequest(state: SandboxState, find: Route, request: RawRequest): Faulted {
  const { definition, log } = state;
  const mark = request.url.indexOf('?');
  const path = mark < 0 ? request.url : request.url.slice(0, mark);
  const match = find(request.method, path);
  if (match === undefined) {
    log.add('unknown', { method: request.method, path: '(unknown)', status: definition.answers.notFound.status });
    return { answer: definition.answers.notFound, delivery: 'whole' };
  }
  const { route } = match;
  const lazy = new LazyRequest(request, path, match.params);
  const good = goodAnswer(state, route, lazy);
  const bad = good.refused ? undefined : state.misfortune?.strike(request, route, lazy, good.answer);
  if (bad !== undefined) log.counts.faults += 1;
  const given: Faulted = bad ?? { answer: good.answer, delivery: 'whole' };
  log.add(route.kind, { method: request.method, path: route.path, status: given.answer.status });
  return given;
}

interface Good {
  readonly answer: SandboxAnswer;
  /** Stopped at the door: no page was asked for, so a bad day does not count it. */
  readonly refused: boolean;
}

function goodAnswer(state: SandboxState, route: SandboxRoute, request: LazyRequest): Good {
  const { definition, company, limiter } = state;
  const seconds = limiter?.refuse(route);
  if (seconds !== undefined) return { answer: definition.answers.rateLimited(seconds), refused: true };
  try {
    const refusal = route.kind === 'token' ? undefined : definition.authenticate(request, company);
    return { answer: refusal ?? route.handle(request, company), refused: refusal !== undefined };
  } catch (error) {
    state.failures.push(error);
    return { answer: rawAnswer(500, `The sandbox failed: ${String(error)}`, 'text/plain; charset=utf-8'), refused: true };
  }
}
