import type { Answers } from '../answers.ts';
import { marked, member, quoted, reach, recordOf } from './code.ts';
import { pathOf, shapeOf } from './shape.ts';

/** `src/map.ts`: what a path alone does not say. */
export function mapFile(answers: Answers): string {
  const { name, slug, document } = answers;
  const shape = shapeOf(answers);
  const record = recordOf(slug);
  const [status, type, start, end] = (['status', 'employmentType', 'startDate', 'terminationDate'] as const).map((field) =>
    pathOf(shape, field),
  );
  const needsDays = status === undefined;
  const imports = [
    ...(type === undefined ? [] : ['employmentTypeOf']),
    'mapFields',
    ...(needsDays ? ['plainDate', 'statusByDates'] : ['statusOf']),
  ];
  const days = [
    ...(needsDays
      ? [`  const startDate = ${dayOf(start, 'startDate')};`, `  const terminationDate = ${dayOf(end, 'terminationDate')};`]
      : []),
  ];
  const drafted = needsDays
    ? ['    status: statusByDates({ startDate, terminationDate }, context),', '    startDate,', '    terminationDate,']
    : [`    status: statusOf(${reach('person', status, true)}, statuses, context),`];
  return [
    `import { ${imports.join(', ')} } from '@rollcall/core';`,
    `import type { EmployeeDraft, ${needsDays ? '' : 'EmployeeStatus, '}MapContext } from '@rollcall/core';`,
    `import { manifest } from './manifest.ts';`,
    `import type { ${record} } from './schema.ts';`,
    '',
    ...(needsDays ? [] : statusLines(answers)),
    `/** One person of ${name}. */`,
    `//${marked(document === undefined ? 'say the page and the month in which it was read; what has no documented form does not belong here' : `say the page and the month in which it was read; so far it is ${document}`).slice(3)}`,
    `export const toEmployee = mapFields(manifest.fieldPaths, (person: ${record}, context: MapContext): EmployeeDraft => {`,
    ...days,
    '  return {',
    ...drafted,
    ...(type === undefined ? [] : [`    ...employmentTypeOf(${reach('person', type, true)}, context),`]),
    '  };',
    '});',
    '',
  ].join('\n');
}

function dayOf(path: readonly string[] | undefined, field: string): string {
  return path === undefined ? 'undefined' : `plainDate(${reach('person', path, true)}, context, ${quoted(field)})`;
}

function statusLines(answers: Answers): readonly string[] {
  const { statuses } = shapeOf(answers);
  const known = statuses.filter(([, status]) => status !== null);
  const open = statuses.filter(([, status]) => status === null).map(([word]) => word);
  const words = known.length > 0 ? known : ([['active', 'active']] as const);
  return [
    `//${marked(open.length > 0 ? `the documented words, each with what it means; these are open: ${open.map(oneLine).join(', ')}` : 'the documented words, each with what it means; any other is unknown and changes nothing').slice(3)}`,
    'const statuses: Readonly<Record<string, EmployeeStatus>> = {',
    ...words.map(([word, status]) => `  ${member(word)}: ${quoted(String(status))},`),
    '};',
    '',
  ];
}

function oneLine(word: string): string {
  return JSON.stringify(word);
}
