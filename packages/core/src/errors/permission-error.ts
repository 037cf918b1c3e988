import { RollcallError, type RollcallErrorOptions } from './rollcall-error.ts';

/** The credentials are good and the right is missing. The customer's administrator grants it. */
export class PermissionError extends RollcallError {
  static override readonly name: string = 'PermissionError';
  override readonly name = 'PermissionError';
  override readonly retryable = false;
  /** The permission to grant, in the vendor's words. */
  readonly permission: string | undefined;
  /** Employee fields that stay unknown without it. */
  readonly fields: readonly string[];

  constructor(
    options: Omit<RollcallErrorOptions, 'code'> & {
      readonly permission?: string | undefined;
      readonly fields?: readonly string[] | undefined;
    },
  ) {
    super({ ...options, code: 'permission_missing' });
    this.permission = options.permission;
    this.fields = options.fields ?? [];
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), permission: this.permission, fields: this.fields };
  }
}
