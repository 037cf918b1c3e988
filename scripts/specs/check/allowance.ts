import type { Differs, Finding } from './finding.ts';

/** A difference that is right: the document is older than the vendor's own pages, or wrong. */
export interface Allowance {
  /** Such as `GET /v2/persons 200` or, for requests, `GET /v2/persons`. A `*` stands for anything. */
  readonly operation: string;
  /** As findings show it: `$._data[].id`. A `*` stands for anything. */
  readonly path: string;
  readonly differs: Differs;
  /** Only where this came, such as `null`. */
  readonly received?: string;
  /** Only in these recordings: they hold what the vendor should not send, to see what becomes of it. */
  readonly in?: readonly string[];
  /** One sentence, with its source. */
  readonly why: string;
}

/** The case that the conformance suite asks for by name: records with next to nothing in them. */
const sparse = { operation: '*', path: '*', in: ['sparse'], why: 'On purpose: a sparse record must do no harm.' } as const;
const always: readonly Allowance[] = [
  { ...sparse, differs: 'missing' },
  { ...sparse, differs: 'type', received: 'null' },
];

export interface Judged {
  readonly findings: readonly Finding[];
  readonly allowed: readonly Finding[];
  /** Allowances for what no longer occurs. */
  readonly stale: readonly Allowance[];
}

export function judge(findings: readonly Finding[], allowances: readonly Allowance[]): Judged {
  const own = allowances.map((allowance) => ({ allowance, fits: toPredicate(allowance) }));
  const rules = [...own, ...always.map((allowance) => ({ allowance, fits: toPredicate(allowance) }))];
  return {
    findings: findings.filter((finding) => !rules.some(({ fits }) => fits(finding))),
    allowed: findings.filter((finding) => rules.some(({ fits }) => fits(finding))),
    stale: own.filter(({ fits }) => !findings.some(fits)).map(({ allowance }) => allowance),
  };
}

function toPredicate(allowance: Allowance): (finding: Finding) => boolean {
  const { differs, received, in: recordings } = allowance;
  const operation = toExpression(allowance.operation);
  const path = toExpression(allowance.path);
  return (finding) =>
    finding.differs === differs &&
    (received === undefined || finding.received === received) &&
    (recordings === undefined || (finding.from === 'recording' && finding.seenIn.every((name) => recordings.includes(name)))) &&
    operation.test(finding.operation) &&
    path.test(finding.path);
}

function toExpression(pattern: string): RegExp {
  const source = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${source.join('.*')}$`);
}
