import type { Moved } from '../apply/what-moved.ts';
import { RollcallError } from './rollcall-error.ts';

/** @inline */
type PlanErrorCode = 'plan_outdated' | 'plan_unknown';

/** A plan that cannot be carried out as it was confirmed. A new preview shows what would happen now. */
export class PlanError extends RollcallError {
  static override readonly name: string = 'PlanError';
  override readonly name = 'PlanError';
  readonly retryable = false;
  /** What is not as the plan saw it; ids only. */
  readonly moved: readonly Moved[];

  constructor({
    code,
    moved = [],
    message,
  }: {
    readonly code: PlanErrorCode;
    readonly moved?: readonly Moved[];
    readonly message?: string;
  }) {
    const [first] = moved;
    const example = first === undefined ? '' : ` (such as employee ${first.employeeId}: ${first.what})`;
    super({
      code,
      message: message ?? `${String(moved.length)} operations would not do what was planned any more${example}`,
      hint: 'Make a new preview and confirm that one.',
    });
    this.moved = moved;
  }
}
