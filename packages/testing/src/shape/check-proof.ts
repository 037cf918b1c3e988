import type { Manifest } from '@rollcall/core';
import { z } from 'zod';
import { conformanceVersion } from '../conformance/catalogue.ts';
import type { PackageFiles } from './package-files.ts';
import type { ShapeProblem } from './shape-problem.ts';

const expectedJson = z.looseObject({ now: z.string(), cases: z.record(z.string(), z.looseObject({})) });
const conformanceJson = z.looseObject({ suite: z.string(), passed: z.number(), total: z.number(), checked: z.string() });

/** Tests, recordings, what they rest on, and what came of them. */
export function checkProof(files: PackageFiles, manifest: Manifest): ShapeProblem[] {
  const asks = manifest.endpoints.reads.length > 0;
  return [...checkTests(files, asks), ...(asks ? [...checkFixtures(files, manifest), ...checkReport(files, manifest)] : [])];
}

function checkTests(files: PackageFiles, asks: boolean): ShapeProblem[] {
  const tests = files.find('test/**/*.test.ts');
  const problems: ShapeProblem[] = [];
  if (tests.length === 0) problems.push({ file: 'test', problem: 'has no tests' });
  if (asks && !tests.some((file) => files.text(file).includes('describeConnector(')))
    problems.push({ file: 'test', problem: 'does not run the conformance suite: describeConnector(…)' });
  for (const file of tests)
    if (/\.(?:only|skip|todo|fails)\(/.test(files.text(file))) problems.push({ file, problem: 'leaves tests out' });
  return problems;
}

function checkFixtures(files: PackageFiles, { maturity }: Manifest): ShapeProblem[] {
  const folder = 'test/fixtures';
  const parsed = expectedJson.safeParse(files.json(`${folder}/expected.json`));
  const problems: ShapeProblem[] = [];
  if (!parsed.success) problems.push({ file: `${folder}/expected.json`, problem: 'must hold "now" and "cases"' });
  for (const name of Object.keys(parsed.data?.cases ?? {}))
    if (!files.has(`${folder}/${name}.json`))
      problems.push({ file: `${folder}/${name}.json`, problem: 'is missing: the recording of this case' });
  const source = files.text(`${folder}/SOURCE.md`);
  if (source === '')
    problems.push({ file: `${folder}/SOURCE.md`, problem: 'is missing: what each shape rests on, and what is unverified' });
  else if (maturity === 'recorded' && !/recorded/i.test(source))
    problems.push({ file: `${folder}/SOURCE.md`, problem: 'does not say what was recorded, and when' });
  return problems;
}

function checkReport(files: PackageFiles, { api }: Manifest): ShapeProblem[] {
  const file = 'conformance.json';
  const report = conformanceJson.safeParse(files.json(file));
  const again = 'make it {}, and the tests write it';
  if (!report.success) return [{ file, problem: `is missing: ${again}` }];
  const { suite, passed, total, checked } = report.data;
  if (suite !== conformanceVersion) return [{ file, problem: `is of suite ${suite}, this is ${conformanceVersion}: ${again}` }];
  if (passed !== total) return [{ file, problem: `${String(passed)} of ${String(total)} cases passed` }];
  return checked === api.checked ? [] : [{ file, problem: `is older than the manifest: ${again}` }];
}
