import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  AuthError,
  ConfigError,
  DirectoryError,
  EngineError,
  errorCodes,
  IncompleteReadError,
  PermissionError,
  PlanError,
  RateLimitError,
  ResponseError,
  RollcallError,
  StoreError,
  UnavailableError,
  type ErrorCode,
} from '../../src/index.ts';

const message = 'what happened and what to do';

const samples: readonly RollcallError[] = [
  ...(
    [
      'config_invalid',
      'host_not_allowed',
      'request_not_allowed',
      'contract_version_unsupported',
      'manifest_invalid',
      'capability_missing',
      'secret_unreadable',
    ] as const
  ).map((code) => new ConfigError({ code, message })),
  ...(
    ['credentials_rejected', 'token_expired', 'consent_revoked', 'authorization_refused', 'authorization_state_invalid'] as const
  ).map((code) => new AuthError({ code, message })),
  new PermissionError({ message }),
  new RateLimitError({ message }),
  ...(['vendor_down', 'timeout', 'network'] as const).map((code) => new UnavailableError({ code, message })),
  ...(
    [
      'not_found',
      'not_json',
      'not_xml',
      'html_login_page',
      'schema_mismatch',
      'error_in_200',
      'too_large',
      'request_rejected',
      'webhook_refused',
    ] as const
  ).map((code) => new ResponseError({ code, message })),
  ...(['page_repeated', 'count_mismatch', 'cursor_lost', 'not_complete'] as const).map(
    (code) => new IncompleteReadError({ code, message }),
  ),
  ...(['plan_outdated', 'plan_unknown'] as const).map((code) => new PlanError({ code, message })),
  ...(['connection_unknown', 'state_invalid', 'not_allowed', 'run_in_progress'] as const).map(
    (code) => new EngineError({ code, message }),
  ),
  ...(['conflict', 'unavailable'] as const).flatMap((code) => [
    new StoreError({ code, message }),
    new DirectoryError({ code, message }),
  ]),
];

describe('error codes', () => {
  test('every code is carried by a class', () => {
    expect([...new Set(samples.map(({ code }) => code))].sort()).toEqual([...errorCodes].sort());
  });

  test('no code is listed twice', () => {
    expect(new Set(errorCodes).size).toBe(errorCodes.length);
  });

  test('the classes take the closed list and nothing else', () => {
    type CodeOf<E extends abstract new (options: never) => unknown> = ConstructorParameters<E>[0] extends {
      readonly code?: infer Code;
    }
      ? Exclude<Code, undefined>
      : never;
    expectTypeOf<
      | CodeOf<typeof AuthError>
      | CodeOf<typeof ConfigError>
      | CodeOf<typeof UnavailableError>
      | CodeOf<typeof ResponseError>
      | CodeOf<typeof IncompleteReadError>
      | CodeOf<typeof PlanError>
      | CodeOf<typeof EngineError>
      | CodeOf<typeof StoreError>
      | 'permission_missing'
      | 'rate_limited'
    >().toEqualTypeOf<ErrorCode>();
    expectTypeOf<CodeOf<typeof DirectoryError>>().toEqualTypeOf<CodeOf<typeof StoreError>>();
  });

  test.each(samples.map((error) => [error.name, error.code, error] as const))(
    '%s %s is named after its class',
    (name, _code, error) => {
      expect(error).toBeInstanceOf(RollcallError);
      expect(error).toBeInstanceOf(Error);
      expect(error.constructor.name).toBe(name);
      expect(error.message).toBe(message);
    },
  );

  test.each([
    ['ConfigError', false],
    ['AuthError', false],
    ['PermissionError', false],
    ['ResponseError', false],
    ['PlanError', false],
    ['RateLimitError', true],
    ['UnavailableError', true],
    ['IncompleteReadError', true],
  ])('%s may succeed later without anybody acting: %s', (name, retryable) => {
    for (const error of samples.filter((sample) => sample.name === name)) expect(error.retryable).toBe(retryable);
  });

  test('a store or a directory that is not available may be tried again', () => {
    for (const error of samples.filter(({ code }) => code === 'unavailable')) expect(error.retryable).toBe(true);
  });

  test('a run in progress ends by itself; what the engine does not do it does not do later either', () => {
    for (const error of samples.filter(({ name }) => name === 'EngineError'))
      expect(error.retryable).toBe(error.code === 'run_in_progress');
  });

  test('C3 a plan whose world has moved says what moved, by id and without a value', () => {
    const moved = [{ employeeId: '7', kind: 'update', what: 'a value that would be written has changed' }] as const;
    const error = new PlanError({ code: 'plan_outdated', moved });
    expect(error.moved).toEqual(moved);
    expect(error.message).toBe(
      '1 operations would not do what was planned any more (such as employee 7: a value that would be written has changed)',
    );
    expect(error.hint).toBe('Make a new preview and confirm that one.');
  });
});
