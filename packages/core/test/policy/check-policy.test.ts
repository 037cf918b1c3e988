import { describe, expect, test } from 'vitest';
import { ConfigError } from '../../src/errors/config-error.ts';
import { autoProvision, checkPolicy, inviteGated } from '../../src/policy/policy.ts';

function problemsOf(policy: unknown): Record<string, string> {
  try {
    checkPolicy(policy);
  } catch (error) {
    if (ConfigError.isInstance(error)) return Object.fromEntries(error.problems.map(({ field, problem }) => [field, problem]));
    throw error;
  }
  return {};
}

describe('a policy from outside', () => {
  test('a whole policy comes back as it was', () => {
    expect(checkPolicy(inviteGated)).toEqual(inviteGated);
    expect(checkPolicy(autoProvision)).toEqual(autoProvision);
  });

  test('a preset is taken by name, and with what differs from it', () => {
    expect(checkPolicy('autoProvision')).toEqual(autoProvision);
    expect(checkPolicy({ preset: 'inviteGated' })).toEqual(inviteGated);
    expect(checkPolicy({ preset: 'autoProvision', leaverDelayDays: 7, outOfScope: undefined })).toEqual({
      ...autoProvision,
      leaverDelayDays: 7,
    });
  });

  test('V3 of the guard one part may differ from the preset', () => {
    expect(checkPolicy({ preset: 'inviteGated', guard: { share: 0.25 } }).guard).toEqual({ removals: 3, share: 0.25 });
  });

  test('presets stay as they are', () => {
    const before = structuredClone(autoProvision);
    const policy = checkPolicy({ preset: 'autoProvision', guard: { removals: 9 } });
    policy.managedFields.push('phone');
    checkPolicy('autoProvision').managedFields.push('phone');
    expect(autoProvision).toEqual(before);
  });

  test.each<[string, unknown, Record<string, string>]>([
    ['nothing', undefined, { policy: 'is missing: an object' }],
    ['a preset that does not exist', 'autoprovision', { policy: 'must be one of inviteGated, autoProvision' }],
    [
      'a preset named like what every object has',
      { preset: 'constructor' },
      { 'policy.preset': 'must be one of inviteGated, autoProvision' },
    ],
    [
      'a preset that does not exist, with other slips',
      { preset: 'auto', missingReads: 0, leaver: 'archive' },
      {
        'policy.preset': 'must be one of inviteGated, autoProvision',
        'policy.missingReads': 'must be a whole number from 1 to 30',
        'policy.leaver':
          'is not known (known: joiners, leavers, managedFields, emailChange, allowedDomains, accessDaysBeforeStart, missingReads, guard, outOfScope, leaverDelayDays, matchPersonalEmail, pendingInvitations, timeZone)',
      },
    ],
  ])('%s is refused', (_what, policy, expected) => {
    expect(problemsOf(policy)).toEqual(expected);
  });

  test.each<[string, unknown, string]>([
    ['joiners', 'invite', 'must be one of list, create'],
    ['leavers', null, 'must be one of revoke, archive'],
    ['managedFields.0', ['salary'], 'must be one of firstName'],
    ['managedFields.2', ['phone', 'jobTitle', 'phone'], 'is listed before: name each field once'],
    ['emailChange', 'ask', 'must be one of apply, verify, hold'],
    ['allowedDomains.0', ['*.fjordkiste.example'], 'must be one domain such as fjordkiste.example, without wildcards'],
    ['allowedDomains.1', ['fjordkiste.example', 'maren@fjordkiste.example'], 'must be one domain'],
    ['allowedDomains.0', ['https://fjordkiste.example'], 'must be one domain'],
    ['allowedDomains.0', [''], 'must be one domain'],
    ['allowedDomains', 'fjordkiste.example', 'must be a list'],
    ['accessDaysBeforeStart', 91, 'must be a whole number from 0 to 90'],
    ['missingReads', 1.5, 'must be a whole number from 1 to 30'],
    ['missingReads', '2', 'must be a number'],
    ['guard', 3, 'must be an object'],
    ['guard.removals', -1, 'must be a whole number, 0 or more'],
    ['guard.share', 10, 'must be a share from 0 to 1; 0.1 is 10 %'],
    ['guard.percent', { percent: 10 }, 'is not known (known: removals, share)'],
    ['outOfScope', 'keep', 'must be one of release, remove'],
    ['leaverDelayDays', Number.NaN, 'must be a number'],
    ['matchPersonalEmail', 'yes', 'must be true or false'],
    ['pendingInvitations', 1, 'must be one of keep, withdraw'],
    ['timeZone', 'Oslo', 'must be an IANA time zone such as Europe/Oslo'],
  ])('%s is refused with what to write instead', (field, value, problem) => {
    const [name = '', part] = field.split('.');
    const wrong = name === 'guard' && part !== undefined && typeof value !== 'object' ? { [part]: value } : value;
    const problems = problemsOf({ preset: 'inviteGated', [name]: wrong });
    expect(Object.keys(problems)).toEqual([`policy.${field}`]);
    expect(problems[`policy.${field}`]).toContain(problem);
  });

  test('domains come back as addresses carry them, each once', () => {
    const allowedDomains = [' Fjordkiste.EXAMPLE', '@fjordkiste.example', 'BLÅBÆR.example', 'xn--blbr-roah.example'];
    expect(checkPolicy({ preset: 'inviteGated', allowedDomains }).allowedDomains).toEqual([
      'fjordkiste.example',
      'xn--blbr-roah.example',
    ]);
  });
});
