import type { SandboxAnswer } from './answer.ts';
import type { checkBadDay } from './bad-day-options.ts';
import type { BadDay } from './bad-days.ts';
import { fault, type Faulted } from './fault.ts';
import type { LazyRequest, RawRequest } from './request.ts';
import type { WireFormat, SandboxRoute } from './sandbox-definition.ts';

type Reach = 'everything' | 'fromThenOn' | 'once' | 'sameRequest';

// All others hit one request, and again whenever that request comes back: a retry does not heal them.
const reaches: Partial<Readonly<Record<BadDay, Reach>>> = {
  missingPermission: 'everything',
  unauthorisedInTheMiddle: 'fromThenOn',
  rateLimitStorm: 'fromThenOn',
  serverError: 'fromThenOn',
  rateLimitOnce: 'once',
  serverErrorOnce: 'once',
};

interface Struck {
  readonly request: string;
  readonly answer: SandboxAnswer;
}

/** A bad day under way: counts the requests of its kind and strikes when its turn has come. */
export class Misfortune {
  readonly #definition: WireFormat;
  readonly #options: ReturnType<typeof checkBadDay>;
  readonly #reach: Reach;
  #seen = 0;
  #struck: Struck | undefined;
  #previous: SandboxAnswer | undefined;

  constructor(definition: WireFormat, options: ReturnType<typeof checkBadDay>) {
    this.#definition = definition;
    this.#options = options;
    this.#reach = reaches[options.name] ?? 'sameRequest';
  }

  /** The answer to give instead, or undefined when this request is spared. */
  strike(raw: RawRequest, route: SandboxRoute, request: LazyRequest, answer: SandboxAnswer): Faulted | undefined {
    if (!this.#strikes(raw, route, answer)) {
      if (route.kind === this.#options.on) this.#previous = answer;
      return undefined;
    }
    const { name, retryAfterSeconds } = this.#options;
    return fault(name, { definition: this.#definition, route, request, answer, previous: this.#previous, retryAfterSeconds });
  }

  #strikes(raw: RawRequest, route: SandboxRoute, answer: SandboxAnswer): boolean {
    const { on, at } = this.#options;
    if (this.#reach === 'everything') return route.kind !== 'token';
    const counted = route.kind === on;
    if (counted) this.#seen += 1;
    if (this.#struck === undefined) {
      if (!counted || this.#seen !== at) return false;
      this.#struck = { request: keyOf(raw), answer };
      return true;
    }
    if (this.#reach === 'fromThenOn') return counted || route.kind !== 'token';
    return this.#reach === 'sameRequest' && counted && isAgain(this.#struck, raw, answer);
  }
}

function keyOf({ method, url, body }: RawRequest): string {
  return `${method} ${url} ${body}`;
}

/** A request with a time stamp in it is known by its answer. */
function isAgain(struck: Struck, raw: RawRequest, answer: SandboxAnswer): boolean {
  return struck.request === keyOf(raw) || struck.answer.body.toString() === answer.body.toString();
}
