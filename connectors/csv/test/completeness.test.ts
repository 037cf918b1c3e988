import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readFile } from './support/read-file.ts';

const peopleOf = (count: number): string =>
  `ID,Last name\n${Array.from({ length: count }, (_person, index) => `${String(index + 1)},Ash\n`).join('')}`;

const outcomeOf = async (content: string, config: Record<string, unknown>, people?: number) => {
  const { report } = await readFile(content, { config, people });
  return report.outcome === 'complete' ? 'complete' : report.because;
};

describe('V2 whether everybody is in the file', () => {
  test.each([
    [{}, undefined],
    [{}, 40],
    [{ headcount: '40' }, undefined],
    [{ everybody: 'no', headcount: '40' }, 40],
  ])('V2 nobody said so: %j, given with %s people', async (config, people) => {
    expect(await outcomeOf(peopleOf(40), config, people)).toContain('nobody said that the file holds everybody');
  });

  test.each([
    [40, 40, 'complete'],
    [40, 41, '41 people and has 40 rows'],
    [40, 39, '39 people and has 40 rows'],
    [40, 0, '0 people and has 40 rows'],
  ])('V2 %i rows, given with %i people: %s', async (rows, people, outcome) => {
    expect(await outcomeOf(peopleOf(rows), { everybody: 'yes', headcount: '400' }, people)).toContain(outcome);
  });

  test.each([
    [40, '40', 'complete'],
    [36, '40', 'complete'],
    [44, '40', 'complete'],
    [35, '40', 'the file has 35 rows, and the head-count is 40'],
    [45, '40', 'the file has 45 rows'],
    [3, '5', 'complete'],
    [2, '5', 'the file has 2 rows'],
    [1, '3', 'complete'],
    [40, undefined, 'nobody said how many people the file holds'],
  ])('V2 %i rows and a head-count of %s: %s', async (rows, headcount, outcome) => {
    expect(await outcomeOf(peopleOf(rows), { everybody: 'yes', headcount })).toContain(outcome);
  });

  test('V2 the evidence is a statement, with a total and the fingerprint of the bytes', async () => {
    const content = peopleOf(3);
    const { report } = await readFile(content, { config: { everybody: 'yes' }, people: 3 });
    const fingerprint = createHash('sha256').update(content).digest('hex');
    expect(report).toMatchObject({ outcome: 'complete', evidence: { by: 'statement', total: 3, fingerprint } });
  });

  test('V2 a row without an id may be anybody: nobody is missing then', async () => {
    const { report } = await readFile('ID,Last name\n1,Ash\n ,Birch\n', { config: { everybody: 'yes' }, people: 2 });
    expect(report).toMatchObject({
      outcome: 'partial',
      quarantined: [{ where: 'row 3', mismatches: [{ path: '$.ID', expected: 'string', received: 'missing' }] }],
    });
  });

  test('V2 an id that comes twice makes the read partial', async () => {
    const { report } = await readFile('ID,Last name\n1,Ash\n1,Birch\n', { config: { everybody: 'yes' }, people: 2 });
    expect(report).toMatchObject({ outcome: 'partial', duplicateIds: ['1'] });
  });

  test('V2 a row that does not end may be cut: its last cell is left out, unless the number of people agrees', async () => {
    const content = 'ID,Last name,Manager ID\n1,Ash,\n2,Birch,1042';
    const config = { everybody: 'yes', headcount: '2' };
    const cut = await readFile(content, { config });
    expect(cut.report).toMatchObject({ outcome: 'partial' });
    expect(cut.report.warnings.join()).toContain('column C of the last row is left out');
    expect(cut.employees[1]).not.toHaveProperty('managerId');
    const said = await readFile(content, { config, people: 2 });
    expect(said.report.outcome).toBe('complete');
    expect(said.employees[1]?.managerId).toBe('1042');
  });
});
