import type { Answers } from '../answers.ts';
import { marker } from './code.ts';

/** What a package needs that stands alone: compiler, bundler, licence, checks, releases. */
export function repositoryFiles(answers: Answers): readonly (readonly [file: string, content: string])[] {
  return [
    ['tsconfig.json', tsconfig],
    ['tsup.config.ts', tsup],
    ['.gitignore', 'node_modules\ndist\n*.log\n'],
    ['LICENSE', licence(answers)],
    ['.changeset/config.json', changesets],
    ['.github/workflows/test.yml', testWorkflow],
    ['.github/workflows/release.yml', releaseWorkflow],
  ];
}

/** `tsconfig.json` of a connector inside this monorepo. */
export const insideTsconfig = `{
  "extends": "../../tsconfig.base.json",
  "include": ["src"]
}
`;

const tsconfig = `{
  "compilerOptions": {
    "target": "ES2024",
    "lib": ["ES2024", "ESNext.Array", "ESNext.Iterator", "ESNext.Disposable"],
    "module": "NodeNext",
    "moduleResolution": "NodeNext",
    "types": ["node"],
    "strict": true,
    "noUncheckedIndexedAccess": true,
    "exactOptionalPropertyTypes": true,
    "verbatimModuleSyntax": true,
    "erasableSyntaxOnly": true,
    "isolatedModules": true,
    "allowImportingTsExtensions": true,
    "skipLibCheck": true,
    "noEmit": true
  },
  "include": ["src", "test"]
}
`;

const tsup = `import { defineConfig } from 'tsup';

export default defineConfig({
  entry: { index: 'src/index.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22.18',
  dts: true,
  clean: true,
  sourcemap: true,
  removeNodeProtocol: false,
});
`;

const changesets = `{
  "$schema": "https://unpkg.com/@changesets/config/schema.json",
  "changelog": "@changesets/cli/changelog",
  "commit": false,
  "access": "public",
  "baseBranch": "main",
  "updateInternalDependencies": "patch"
}
`;

const testWorkflow = `name: test
on:
  pull_request:
  workflow_call:
permissions:
  contents: read
jobs:
  test:
    runs-on: ubuntu-latest
    strategy:
      matrix:
        node: [22, 24]
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: \${{ matrix.node }}
          cache: npm
      - run: npm ci
      - run: npm run types
      - run: npm test
      - run: npm run build
`;

const releaseWorkflow = `# Publishes by npm's trusted publishing: there is no token to keep. Name this repository and the workflow release.yml
# once in the package's settings on npmjs.com (the first version is published by hand).
name: release
on:
  push:
    branches: [main]
concurrency: release
jobs:
  test:
    uses: ./.github/workflows/test.yml
  release:
    needs: test
    runs-on: ubuntu-latest
    permissions:
      contents: write
      pull-requests: write
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
          registry-url: https://registry.npmjs.org
      - run: npm ci
      # Opens or renews the pull request with the next version while there are changesets.
      - uses: changesets/action@v1
        id: changesets
        with:
          version: npx changeset version
        env:
          GITHUB_TOKEN: \${{ secrets.GITHUB_TOKEN }}
      - if: steps.changesets.outputs.hasChangesets == 'false'
        run: |
          name=$(node -p "require('./package.json').name + '@' + require('./package.json').version")
          if npm view "$name" version > /dev/null 2>&1; then echo "$name is there already"; else npm publish --provenance --access public; fi
`;

function licence({ author, today }: Answers): string {
  return `MIT License

Copyright (c) ${today.slice(0, 4)} ${author ?? marker('who holds the licence')}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;
}
