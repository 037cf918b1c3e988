import { operationsOf, type Operation } from '../documents/operations.ts';
import type { VendorDocument } from '../documents/vendor-document.ts';
import type { SeenExchange } from '../traffic/exchange.ts';
import type { VendorRules } from '../vendors/vendor-rules.ts';
import { judge, type Judged } from './allowance.ts';
import { checkAnswer } from './check-answer.ts';
import { checkRequest } from './check-request.ts';
import { findOperation, withoutIds } from './find-operation.ts';
import { Findings, type Difference } from './finding.ts';
import { UnnamedMembers, type UnnamedMember } from './unnamed-members.ts';
import { Validator } from './validator.ts';

export interface Checked extends Judged {
  readonly recordedAnswers: number;
  readonly sandboxAnswers: number;
  readonly requests: number;
  /** Schemas of the document that are no good themselves: what they say could not be checked. */
  readonly unusable: readonly string[];
  /** Members of answers that the document names nowhere, where it names others. No findings: documents are incomplete. */
  readonly unnamed: readonly UnnamedMember[];
}

/** Holds requests and answers against the vendor's documents. */
export function checkTraffic(
  documents: readonly VendorDocument[],
  exchanges: readonly SeenExchange[],
  rules: VendorRules = { allowed: [] },
): Checked {
  const check = new TrafficCheck(documents, rules);
  for (const exchange of exchanges) check.add(exchange);
  return check.result();
}

class TrafficCheck {
  readonly #operations: readonly Operation[];
  readonly #validators: ReadonlyMap<VendorDocument, Validator>;
  readonly #rules: VendorRules;
  readonly #findings = new Findings();
  readonly #unnamed = new UnnamedMembers();
  readonly #unusable = new Set<string>();
  readonly #answers = { recording: 0, sandbox: 0 };
  #requests = 0;

  constructor(documents: readonly VendorDocument[], rules: VendorRules) {
    this.#rules = rules;
    this.#operations = documents.flatMap(operationsOf);
    this.#validators = new Map(documents.map((document) => [document, new Validator(document)]));
  }

  add(exchange: SeenExchange): void {
    const { request, from, name } = exchange;
    this.#requests += 1;
    const found = findOperation(this.#operations, request, this.#rules.documentedPath?.(request));
    const validator = found && this.#validators.get(found.operation.document);
    if (found === undefined || validator === undefined) {
      const operation = `${request.method} ${withoutIds(request.path)}`;
      const difference = { path: 'path', differs: 'undeclared path', expected: 'a declared path', received: 'another' } as const;
      this.#findings.add({ from, name, part: 'request', operation, ...difference });
      return;
    }
    const operation = found.operation.name;
    const note = (part: 'request' | 'answer', what: string, differences: readonly Difference[]): void => {
      for (const difference of differences) this.#findings.add({ from, name, part, operation: what, ...difference });
    };
    note('request', operation, checkRequest(found, request, validator));
    const { answer } = exchange;
    if (answer === undefined) return;
    const outcome = checkAnswer(found.operation, answer, validator);
    if (outcome.kind === 'unusable') this.#unusable.add(`${operation}: ${outcome.because}`);
    if (outcome.kind !== 'checked') return;
    this.#answers[from] += 1;
    note('answer', `${operation} ${String(answer.status)}`, outcome.differences);
    if (outcome.schema !== undefined)
      this.#unnamed.add(`${operation} ${String(answer.status)}`, answer.body, found.operation.document, outcome.schema);
  }

  result(): Checked {
    return {
      ...judge(this.#findings.list(), this.#rules.allowed),
      recordedAnswers: this.#answers.recording,
      sandboxAnswers: this.#answers.sandbox,
      requests: this.#requests,
      unusable: [...this.#unusable],
      unnamed: this.#unnamed.list(),
    };
  }
}
