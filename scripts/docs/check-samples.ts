import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { root } from './load-connectors.ts';
import { samplesOf } from './markdown-samples.ts';

// Compiles every TypeScript sample of guides and READMEs, all in one run and without writing anything. Packages are found as a
// reader has them: by their names.
const folder = fileURLToPath(root);
const pages = ['README.md', ...globSync(['docs/*.md', 'packages/*/README.md', 'connectors/*/README.md'], { cwd: folder }).sort()];
const samples = pages.flatMap((page) => samplesOf(page, readFileSync(join(folder, page), 'utf8')));
const texts = new Map(samples.map(({ file, text }) => [join(folder, file), text]));

const options = compilerOptions();
options.paths = {
  ...packagePaths(),
  ...borrowedFrom('packages/store-sql', 'pg'),
  ...borrowedFrom('examples/scim-mounts', 'hono', '@hono/node-server', 'express'),
};
const host = ts.createCompilerHost(options);
const fileExists = host.fileExists.bind(host);
const readFile = host.readFile.bind(host);
host.fileExists = (file) => texts.has(file) || fileExists(file);
host.readFile = (file) => texts.get(file) ?? readFile(file);
host.directoryExists = (directory) => directory.includes('.samples') || existsSync(directory);

const program = ts.createProgram([...texts.keys()], options, host);
const diagnostics = [...texts.keys()].flatMap((file) => {
  const source = program.getSourceFile(file);
  return source === undefined ? [] : [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
});
const byFile = new Map(samples.map(({ file, page }) => [join(folder, file), page]));
for (const { file, start = 0, messageText } of diagnostics) {
  const line = file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start).line + 1;
  const message = ts.flattenDiagnosticMessageText(messageText, '\n  ');
  process.stderr.write(`${byFile.get(file?.fileName ?? '') ?? 'samples'}:${String(line)}: ${message}\n`);
}
if (diagnostics.length > 0) process.exitCode = 1;
else process.stdout.write(`${String(samples.length)} samples of ${String(pages.length)} pages compile\n`);

function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.base.json'), (file) => readFileSync(file, 'utf8')) as {
    readonly config: { readonly compilerOptions: object };
  };
  // A reader's project may write imports of types as it likes.
  const written = { ...config.compilerOptions, verbatimModuleSyntax: false, isolatedModules: false, erasableSyntaxOnly: false };
  return ts.convertCompilerOptionsFromJson(written, folder).options;
}

/** Every entry of every package of ours, by name. */
function packagePaths(): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  for (const group of ['packages', 'connectors']) {
    for (const name of readdirSync(join(folder, group))) {
      const manifest = join(folder, group, name, 'package.json');
      if (!existsSync(manifest)) continue;
      const { name: packageName, exports = {} } = JSON.parse(readFileSync(manifest, 'utf8')) as {
        readonly name: string;
        readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
      };
      for (const [entry, target] of Object.entries(exports)) {
        const source = typeof target === 'string' ? undefined : target['@rollcall/source'];
        if (source !== undefined) paths[`${packageName}${entry.slice(1)}`] = [join(folder, group, name, source)];
      }
    }
  }
  return paths;
}

/** What a package of ours depends on and samples use. */
function borrowedFrom(owner: string, ...names: readonly string[]): Record<string, string[]> {
  return Object.fromEntries(
    names.map((name) => {
      const { resolvedModule } = ts.resolveModuleName(name, join(folder, owner, 'src', 'index.ts'), options, ts.sys);
      return [name, resolvedModule === undefined ? [] : [resolvedModule.resolvedFileName]];
    }),
  );
}
