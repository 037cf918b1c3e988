import { posix } from 'node:path';
import ts from 'typescript';

/** A TypeScript sample of a page as the compiler is to see it: every line has the number that it has in the page. */
export interface MarkdownSample {
  /** `docs/engine.md`. */
  readonly page: string;
  /** Where the module would be: `docs/engine.samples/page/2.ts`. */
  readonly file: string;
  readonly text: string;
}

interface Block {
  /** Set where a page takes a whole module for granted: `./our-store.ts`. */
  readonly module: string | undefined;
  /** Where its first line of code stands, from 0. */
  readonly line: number;
  readonly code: string;
}

interface Names {
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** Those that the code exports itself. */
  readonly exported: ReadonlySet<string>;
}

// What a page takes for granted stands in comments that no reader sees: `<!-- given` … `-->`, before the sample. `<!-- given
// ./our-store.ts` is a module that a sample imports.
const blocks = /^<!-- given(?: (?<module>\S+))?\n(?<given>[\s\S]*?)^-->$|^```ts\n(?<sample>[\s\S]*?)^```$/gm;

/**
 * The samples of a page, as modules. A sample sees what earlier ones of its page declare, and what the page takes for granted,
 * unless it declares the name itself: as a reader reads.
 */
export function samplesOf(page: string, text: string): readonly MarkdownSample[] {
  const before = new Map<string, { readonly from: string; readonly isType: boolean }>();
  return blocksOf(text.replaceAll('\r\n', '\n')).map(({ module, line, code }, index) => {
    const name = module ?? `./${String(index + 1)}.ts`;
    const { values, types, exported } = topLevelNames(code);
    const imports = [...before]
      .filter(([known]) => !values.includes(known) && !types.includes(known) && new RegExp(`\\b${known}\\b`).test(code))
      .map(([known, { from, isType }]) => `import ${isType ? 'type ' : ''}{ ${known} } from '${from}';`);
    if (module === undefined) {
      for (const known of values) before.set(known, { from: name, isType: false });
      for (const known of types) before.set(known, { from: name, isType: true });
    }
    const inner = (names: readonly string[]): string => names.filter((known) => !exported.has(known)).join(', ');
    const exports = `export { ${inner(values)} }; export type { ${inner(types)} };`;
    // What is added stands in the line before the code and in the one after it, so that all numbers stay.
    const added = `${'\n'.repeat(line - 1)}${imports.join(' ')}\n${code}\n${exports}\n`;
    return { page, file: posix.join(page.replace(/\.md$/, '.samples'), 'page', name), text: added };
  });
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(blocks)].map(({ index, groups = {} }) => ({
    module: groups.module,
    line: text.slice(0, index).split('\n').length,
    code: (groups.given ?? groups.sample ?? '').trimEnd(),
  }));
}

/** Names that the first level of a module makes known, imports included. */
function topLevelNames(code: string): Names {
  const source = ts.createSourceFile('sample.ts', code, ts.ScriptTarget.Latest);
  const values: string[] = [];
  const types: string[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) importedNames(statement, values, types);
    else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) types.push(...declaredBy(statement));
    else values.push(...declaredBy(statement));
  }
  const exported = source.statements.filter(isExported).flatMap(declaredBy);
  return { values, types, exported: new Set(exported) };
}

function importedNames({ importClause }: ts.ImportDeclaration, values: string[], types: string[]): void {
  if (importClause?.name !== undefined) values.push(importClause.name.text);
  const bindings = importClause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return;
  const typesOnly = importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
  for (const { name, isTypeOnly } of bindings.elements) (typesOnly || isTypeOnly ? types : values).push(name.text);
}

function declaredBy(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(boundNames);
  const isNamed =
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

function boundNames({ name }: { readonly name: ts.BindingName }): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element)));
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
}
