import tseslint from 'typescript-eslint';

const bareError = {
  selector: "ThrowStatement > NewExpression[callee.name='Error']",
  message: 'Throw an error of @rollcall/core: it says who must act and is safe to log.',
};
const clock = {
  selector:
    "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'The clock is handed in.',
};
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Configuration is handed in.',
};

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'coverage/**', 'docs/api/**', '.turbo/**'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] }, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // `const { left, ...rest }` is how a field is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // `Record<never, never>` is what a connector without platform fields is given.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // A constructor may exist only to narrow the codes its class takes.
      '@typescript-eslint/no-useless-constructor': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'connectors/*/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', bareError, environment] },
  },
  {
    // Pure by promise: time comes in, nothing goes out.
    files: [
      'connectors/*/src/**/*.ts',
      'packages/core/src/{employee,normalise,contract,roster,scope,link,decide,guard,teams,plan,policy,apply}/**/*.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', bareError, environment, clock],
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'process'],
    },
  },
  {
    // A connector reads through the kit: no client of its own, no files, no other connector.
    files: ['connectors/*/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!@rollcall/(?:core|http|soap|scim)$|zod$|\\./)',
              message: 'A connector imports core, http, soap, scim and zod only.',
            },
          ],
        },
      ],
    },
  },
  {
    // A file is read here, from bytes that are in memory: its formats are libraries' business.
    files: ['connectors/csv/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex:
                '^(?!@rollcall/core$|zod$|csv-parse$|read-excel-file/universal$|node:(?:buffer|crypto|stream|util|zlib)$|\\./|\\.\\./)',
              message: 'This connector imports core, zod, the parsers of its formats, and nothing that reaches out.',
            },
          ],
        },
      ],
    },
  },
  {
    // A flat list of all fields, one line each: many branches and nothing to follow.
    files: ['packages/core/src/employee/compose-employee.ts'],
    rules: { complexity: 'off' },
  },
  {
    files: ['**/test/**/*.ts', 'scripts/**/*.ts', 'examples/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['eslint.config.js'], extends: [tseslint.configs.disableTypeChecked] },
);
