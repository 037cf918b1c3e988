import { describe, expect, test } from 'vitest';
import { ConfigError, fieldNames } from '../../src/index.ts';

const names = { id: 'EmployeeId', workEmail: ['Mail', 'EmailWork'], phone: 'PhoneWork' } as const;
const rest = { vendor: 'acme', owner: 'the report People', names, needed: ['id'], hint: 'Add it to the report.' } as const;

describe('names of fields that a customer defines', () => {
  test('are the first that exists, and none where there is none', () => {
    expect(fieldNames({ ...rest, known: ['EmployeeId', 'EmailWork', 'Badge'] })).toEqual({
      id: 'EmployeeId',
      workEmail: 'EmailWork',
    });
  });

  test("are the customer's own before any other", () => {
    const own = { workEmail: 'Sähköposti', phone: 'Puhelin' };

    expect(fieldNames({ ...rest, own, known: new Set(['EmployeeId', 'Mail', 'Sähköposti', 'Puhelin']) })).toEqual({
      id: 'EmployeeId',
      workEmail: 'Sähköposti',
      phone: 'Puhelin',
    });
  });

  test('may differ by capitals and underscores', () => {
    expect(fieldNames({ ...rest, known: ['EMPLOYEE_ID', 'mail', 'phone_work', 'PhoneWork'] })).toEqual({
      id: 'EMPLOYEE_ID',
      workEmail: 'mail',
      phone: 'PhoneWork',
    });
  });

  test('are not guessed where two differ by nothing else', () => {
    expect(fieldNames({ ...rest, known: ['EmployeeId', 'phonework', 'PHONE_WORK'] })).toEqual({ id: 'EmployeeId' });
  });

  test('stand as they are where the vendor does not tell what exists', () => {
    expect(fieldNames({ ...rest, own: { phone: 'Telefoon' }, known: undefined })).toEqual({
      id: 'EmployeeId',
      workEmail: 'Mail',
      phone: 'Telefoon',
    });
  });

  test('are named by the setting in which the customer gave them', () => {
    const read = (): unknown => fieldNames({ ...rest, own: { phone: 'Tel' }, setting: 'columns', known: ['EmployeeId', 'Mail'] });

    expect(read).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ field: 'config.columns.phone' })] }) as Error,
    );
  });

  test.each([
    [
      'one that is needed',
      undefined,
      ['Badge', 'Mail'],
      [['config.fields.id', 'is EmployeeId, which the report People does not have (it has: Badge, Mail)']],
    ],
    [
      'one that the customer named',
      { workEmail: 'Post', phone: 'Tel' },
      ['EmployeeId', 'Mail'],
      [
        ['config.fields.workEmail', 'is Post, which the report People does not have (it has: EmployeeId, Mail)'],
        ['config.fields.phone', 'is Tel, which the report People does not have (it has: EmployeeId, Mail)'],
      ],
    ],
    [
      'all, where there is nothing',
      undefined,
      [],
      [['config.fields.id', 'is EmployeeId, which the report People does not have (it has: none)']],
    ],
  ])('that do not exist are named with those that do: %s', (_what, own, known, expected) => {
    const read = (): unknown => fieldNames({ ...rest, own, known });

    expect(read).toThrow(ConfigError);
    try {
      read();
    } catch (error) {
      const { problems, hint } = error as ConfigError;
      expect(problems.map(({ field, problem }) => [field, problem])).toEqual(expected);
      expect(hint).toBe('Add it to the report.');
    }
  });
});
