import type { Twin } from '../twin/twin.ts';
import type { SandboxAnswer } from './answer.ts';
import type { SandboxCompany } from './company.ts';
import type { SandboxRequest } from './request.ts';

/** What a route is for. Bad days act on pages unless told otherwise; tokens are never authenticated. */
export type RouteKind = 'token' | 'page' | 'detail' | 'lookup';

export interface SandboxRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `{name}` stands for one part without a slash, also inside a segment: `/odata/User('{id}')`. */
  readonly path: string;
  readonly kind: RouteKind;
  /** Only on this origin of the vendor. Default: on each. */
  readonly origin?: string;
  handle(request: SandboxRequest, company: SandboxCompany): SandboxAnswer;
}

/** The vendor's own error answers. */
export interface SandboxAnswers {
  readonly unauthorised: SandboxAnswer;
  readonly forbidden: SandboxAnswer;
  rateLimited(retryAfterSeconds: number): SandboxAnswer;
  readonly serverError: SandboxAnswer;
  /** Also given for paths that no route knows. */
  readonly notFound: SandboxAnswer;
  /** Where the vendor reports failures with status 200. */
  readonly errorIn200?: SandboxAnswer;
}

export interface SandboxLimit {
  readonly requests: number;
  readonly perSeconds: number;
  /** Path templates that count together; default all but tokens. */
  readonly paths?: readonly string[];
}

export interface SandboxCredentials<Config extends object, Platform extends object> {
  readonly config: Config;
  readonly platform: Platform;
}

/** How one HR system speaks. */
export interface WireFormat {
  readonly slug: string;
  /** The first match wins; paths without `{name}` go before those with one. */
  readonly routes: readonly SandboxRoute[];
  /** The vendor's refusal, or undefined when the caller is let in. Runs before every route but tokens. */
  authenticate(request: SandboxRequest, company: SandboxCompany): SandboxAnswer | undefined;
  readonly answers: SandboxAnswers;
  /** The same page with nobody on it, in the vendor's own shape, that otherwise goes on as before. */
  emptyPage(answer: SandboxAnswer, request: SandboxRequest): SandboxAnswer;
  /** What the vendor documents for a missing permission: fields gone, 403, an empty list … */
  withoutPermission(answer: SandboxAnswer, route: SandboxRoute, request: SandboxRequest): SandboxAnswer;
  readonly limit?: SandboxLimit;
  /** The vendor answers with everyone at once: bad days then act on the first page whatever `at` says. */
  readonly singlePage?: boolean;
}

/** One HR system's wire format over the twin company, and how to reach it. */
export interface SandboxDefinition<
  Config extends object = Readonly<Record<string, unknown>>,
  Platform extends object = Readonly<Record<string, unknown>>,
> extends WireFormat {
  /** The vendor's own origins, such as `https://api.personio.de`; each gets a port of its own. */
  readonly origins: readonly string[];
  /** What a connector is given to reach this sandbox. Invented, never secret. */
  readonly credentials: SandboxCredentials<Config, Platform>;
  /** The fewest requests in which the vendor gives this company, log-in and look-ups included, by its documentation. */
  minimumRequests(twin: Twin): number;
}

/** Checks the types of a definition and gives it back. */
export function defineSandbox<Config extends object, Platform extends object>(
  definition: SandboxDefinition<Config, Platform>,
): SandboxDefinition<Config, Platform> {
  return definition;
}
