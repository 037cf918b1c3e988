import { RollcallError } from './rollcall-error.ts';

/** @inline */
type EngineErrorCode = 'connection_unknown' | 'state_invalid' | 'not_allowed' | 'run_in_progress';

/** An action that the engine does not carry out: in this state, for this actor, or while another run is under way. */
export class EngineError extends RollcallError {
  static override readonly name: string = 'EngineError';
  override readonly name = 'EngineError';
  /** A run in progress ends by itself. */
  readonly retryable: boolean;

  constructor(options: {
    readonly code: EngineErrorCode;
    readonly message: string;
    readonly hint?: string | undefined;
    readonly vendor?: string | undefined;
  }) {
    super(options);
    this.retryable = options.code === 'run_in_progress';
  }
}
