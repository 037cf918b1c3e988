import { DirectoryError } from '@rollcall/core';

/** What can be asked of a directory, by the name of its method; `changeTeams` is `teams.change`. */
export type DirectoryOperation =
  | 'members'
  | 'create'
  | 'update'
  | 'changeEmail'
  | 'reactivate'
  | 'revoke'
  | 'archive'
  | 'setManager'
  | 'setEntity'
  | 'setBankAccount'
  | 'changeTeams';

/** One call of a method that changes something. */
export interface DirectoryCall {
  readonly operation: DirectoryOperation;
  readonly key: string;
  /** Null for `create` and `changeTeams`. */
  readonly memberId: string | null;
  /** `repeated`: the key had been carried out before. `taken back`: by a batch that was rejected. */
  readonly outcome: 'done' | 'repeated' | 'failed' | 'taken back';
}

/** A failure that shall happen. What is left out holds for all. */
export interface InjectedFailure {
  readonly operation?: DirectoryOperation;
  readonly memberId?: string;
  /** The address that is created or changed to. */
  readonly email?: string;
  /** Default 1. */
  readonly times?: number;
  /** `after`: carried out, and the answer is lost, as in a crash. Default `before`. */
  readonly when?: 'before' | 'after';
  /** Default: a DirectoryError `unavailable`. */
  readonly error?: unknown;
}

export interface CallTarget {
  readonly operation: DirectoryOperation;
  readonly memberId?: string | undefined;
  readonly email?: string | undefined;
}

/** Failures that were asked for, each until it is used up. */
export class InjectedFailures {
  #failures: { readonly failure: InjectedFailure; left: number }[] = [];

  add(failure: InjectedFailure): void {
    this.#failures.push({ failure, left: failure.times ?? 1 });
  }

  throwFor(target: CallTarget, when: 'before' | 'after'): void {
    const found = this.#failures.find(({ failure }) => (failure.when ?? 'before') === when && matches(failure, target));
    if (found === undefined) return;
    found.left -= 1;
    this.#failures = this.#failures.filter(({ left }) => left > 0);
    throw found.failure.error ?? new DirectoryError({ code: 'unavailable', message: 'the directory fails as it was told to' });
  }
}

function matches({ operation, memberId, email }: InjectedFailure, target: CallTarget): boolean {
  return (
    (operation ?? target.operation) === target.operation &&
    (memberId ?? target.memberId) === target.memberId &&
    (email ?? target.email) === target.email
  );
}

/** How often a key was called and how often it was carried out: more than one `effective` is a bug of the directory. */
export interface KeyCount {
  readonly called: number;
  readonly effective: number;
}

/** Every call in order, and the counts of every key. */
export class CallLog {
  readonly calls: DirectoryCall[] = [];
  readonly #counts = new Map<string, KeyCount>();

  /** Gives what makes of a call that was done one that was taken back. */
  note(call: DirectoryCall): () => void {
    const at = this.calls.push(call) - 1;
    this.#count(call.key, 1, call.outcome === 'done' ? 1 : 0);
    return () => {
      this.calls[at] = { ...call, outcome: 'taken back' };
      this.#count(call.key, 0, -1);
    };
  }

  countOf(key: string): KeyCount {
    return this.#counts.get(key) ?? { called: 0, effective: 0 };
  }

  #count(key: string, called: number, effective: number): void {
    const before = this.countOf(key);
    this.#counts.set(key, { called: before.called + called, effective: before.effective + effective });
  }
}
