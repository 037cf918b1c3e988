import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Source files below a folder. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(folder, name));
}

/** Lines on which there is code: neither blank nor comment alone. */
export function codeLinesIn(folder: string): number {
  return sourceFiles(folder).reduce((sum, file) => sum + codeLines(readFileSync(file, 'utf8')), 0);
}

export function codeLines(text: string): number {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.EndOfFileToken || node.kind === ts.SyntaxKind.JSDoc) return;
    const children = node.getChildren(source);
    if (children.length > 0) {
      children.forEach(visit);
      return;
    }
    if (node.getStart(source) === node.end) return;
    const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
    const to = source.getLineAndCharacterOfPosition(node.end).line;
    for (let line = from; line <= to; line += 1) lines.add(line);
  };
  visit(source);
  return lines.size;
}
