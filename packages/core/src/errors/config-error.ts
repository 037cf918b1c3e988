import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** One field that was typed wrongly. The value is not repeated: it may be a secret. */
export interface ConfigProblem {
  readonly field: string;
  readonly label?: string | undefined;
  /** What is wrong, in words: `is missing`, `does not have the expected form`. */
  readonly problem: string;
  /** The regular expression that the value must match. */
  readonly pattern?: string | undefined;
  readonly example?: string | undefined;
  readonly help?: string | undefined;
}

export interface ConfigErrorOptions extends Omit<RollcallErrorOptions, 'code' | 'message'> {
  readonly code?:
    | 'config_invalid'
    | 'host_not_allowed'
    | 'request_not_allowed'
    | 'contract_version_unsupported'
    | 'manifest_invalid'
    | 'capability_missing'
    | 'secret_unreadable';
  readonly message?: string;
  readonly problems?: readonly ConfigProblem[];
}

/** Something typed or declared is wrong. Whoever typed it acts; every bad field is named at once. */
export class ConfigError extends RollcallError {
  static override readonly name: string = 'ConfigError';
  override readonly name = 'ConfigError';
  override readonly retryable = false;
  readonly problems: readonly ConfigProblem[];

  constructor(options: ConfigErrorOptions) {
    const problems = options.problems ?? [];
    super({
      ...options,
      code: options.code ?? 'config_invalid',
      message: options.message ?? problems.map(describeProblem).join('; '),
    });
    this.problems = problems;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), problems: this.problems };
  }
}

function describeProblem({ field, problem, pattern, example }: ConfigProblem): string {
  const form = pattern === undefined ? '' : `, expected form ${pattern}`;
  const sample = example === undefined ? '' : `, for example ${example}`;
  return `${field} ${problem}${form}${sample}`;
}
