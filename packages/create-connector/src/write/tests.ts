import type { Answers } from '../answers.ts';
import { marker, quoted, variableOf } from './code.ts';
import { configEntries } from './config.ts';

/** The three files of `test` that are code. */
export function testFiles(answers: Answers): readonly (readonly [file: string, content: string])[] {
  return [
    ['test/project.ts', projectFile(answers)],
    ['test/next-step.test.ts', nextStepTest],
    ['test/conformance.test.ts', conformanceTest],
  ];
}

function projectFile(answers: Answers): string {
  const entries = configEntries(answers);
  const hasKey = entries.some(({ kind }) => kind === 'key');
  return [
    ...(hasKey ? [`import { generateKeyPairSync } from 'node:crypto';`] : []),
    `import { forgetRateBudgets } from '@rollcall/http';`,
    `import type { Project } from '@rollcall/testing';`,
    '',
    ...(hasKey
      ? [
          '// Made anew in each run: no key lies in the repository.',
          `const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });`,
          `const privateKey = key.export({ type: 'pkcs8', format: 'pem' }).toString();`,
          '',
        ]
      : []),
    '/** What both tests work with. */',
    'export const project: Project = {',
    `  folder: new URL('../', import.meta.url),`,
    `  fixtures: new URL('./fixtures/', import.meta.url),`,
    '  config: {',
    ...entries.map(({ name, value, kind }) => (kind === 'key' ? `    ${name},` : `    ${name}: ${quoted(value)},`)),
    '  },',
    `  connector: async () => (await import('../src/index.ts')).${variableOf(answers.slug)},`,
    '  // Recordings are replayed more often than a vendor would allow.',
    '  before: forgetRateBudgets,',
    '};',
    '',
  ].join('\n');
}

const nextStepTest = `import { describeNextStep } from '@rollcall/testing';
import { describe, test } from 'vitest';
import { project } from './project.ts';

describeNextStep({ describe, test, ...project });
`;

const conformanceTest = `import { forgetRateBudgets } from '@rollcall/http';
import { describeConnector, nextStep } from '@rollcall/testing';
import { beforeEach, describe, test } from 'vitest';
import { project } from './project.ts';

beforeEach(forgetRateBudgets);

// Until everything is written, next-step.test.ts says what comes next.
if ((await nextStep(project)) === null) describeConnector(await project.connector(), { describe, test, ...project });
else test('the whole suite waits for next-step.test.ts', () => undefined);
`;

/** `test/fixtures/SOURCE.md` */
export function sourceFile({ document, today }: Answers): string {
  const from = document === undefined ? '' : ` The package was started from \`${document}\` on ${today}.`;
  return `# Where these shapes come from

${marker('documented shapes, or recordings of a real account? Which pages were read, and when?')}${from}

People, companies and keys are invented; addresses end in \`.example\`.

- two-pages: ${marker('the page of the documentation that the shape follows')} (${today.slice(0, 7)})

## Unverified

- ${marker('what the documentation leaves open: words of the status, what comes without a permission, whether leavers are listed')}
`;
}
