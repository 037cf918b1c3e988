import type { PackageFiles } from './package-files.ts';
import type { ShapeProblem } from './shape-problem.ts';

/** What somebody reads first. */
export function checkReadme(files: PackageFiles): ShapeProblem[] {
  const file = 'README.md';
  const text = files.text(file);
  if (text === '') return [{ file, problem: 'is missing' }];
  const problems: string[] = [];
  if (!/^# /m.test(text)) problems.push('has no title');
  if (!/^## Quirks$/m.test(text)) problems.push('has no section "## Quirks": what a reader would not expect of this vendor');
  return problems.map((problem) => ({ file, problem }));
}
