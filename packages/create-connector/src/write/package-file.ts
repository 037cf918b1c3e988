import type { Answers } from '../answers.ts';

const contract = '>=0.1 <1';
const node = '>=22.18';

/** `package.json`, inside this monorepo or of a package of its own. */
export function packageFile(answers: Answers): string {
  return `${JSON.stringify(answers.place === 'monorepo' ? inside(answers) : outside(answers), null, 2)}\n`;
}

const common = ({ packageName, name }: Answers) => ({
  name: packageName,
  version: '0.1.0',
  description: `Reads employees from ${name} for Rollcall.`,
  license: 'MIT',
  type: 'module',
  sideEffects: false,
});

function inside(answers: Answers): object {
  return {
    ...common(answers),
    exports: { '.': { '@rollcall/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'src'],
    engines: { node },
    scripts: { build: 'tsup --config ../../packages/config/tsup.config.ts' },
    peerDependencies: { '@rollcall/core': contract, '@rollcall/http': contract },
    dependencies: { zod: 'catalog:' },
    devDependencies: {
      '@rollcall/core': 'workspace:^',
      '@rollcall/http': 'workspace:^',
      '@rollcall/testing': 'workspace:^',
      nock: 'catalog:',
      vitest: 'catalog:',
    },
  };
}

function outside(answers: Answers): object {
  return {
    ...common(answers),
    keywords: ['rollcall', 'rollcall-connector', 'hr', answers.slug],
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    files: ['dist', 'src'],
    engines: { node },
    publishConfig: { access: 'public', provenance: true },
    scripts: { test: 'vitest run', types: 'tsc -p .', build: 'tsup', prepack: 'tsup' },
    peerDependencies: { '@rollcall/core': contract, '@rollcall/http': contract },
    dependencies: { zod: '^4.6.7' },
    devDependencies: {
      '@changesets/cli': '^3.0.3',
      '@rollcall/core': contract,
      '@rollcall/http': contract,
      '@rollcall/testing': contract,
      '@types/node': '^24.0.0',
      nock: '^15.0.6',
      tsup: '^9.0.0',
      typescript: '~6.0.2',
      vitest: '^5.1.1',
    },
  };
}
