import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

// What the packages that others build on export, in one text file each: a change of it is seen where it is reviewed. Built
// packages are read; with --check it only says what differs.
const entries = {
  core: 'index',
  http: 'index',
  testing: 'index',
  scim: 'index',
  soap: 'index',
  sandbox: 'index',
  'store-sql': 'index',
} as const;

const compilerOptions = {
  target: 'esnext',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  strict: true,
  skipLibCheck: true,
  types: ['node'],
};

const root = join(import.meta.dirname, '..', '..');
const reports = join(root, 'docs', 'public-api');
const check = process.argv.includes('--check');
const temporary = mkdtempSync(join(tmpdir(), 'rollcall-api-'));
const changed: string[] = [];
try {
  mkdirSync(reports, { recursive: true });
  for (const [name, entry] of Object.entries(entries)) if (reportOf(name, entry)) changed.push(name);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
if (check && changed.length > 0) {
  process.stderr.write(
    `the public API of ${changed.join(', ')} differs from docs/public-api: look at it, then pnpm run api:report\n`,
  );
  process.exitCode = 1;
} else
  process.stdout.write(
    `public API of ${String(Object.keys(entries).length)} packages: ${changed.length === 0 ? 'unchanged' : `written anew for ${changed.join(', ')}`}\n`,
  );

/** Did the report change? */
function reportOf(name: string, entry: string): boolean {
  const projectFolder = join(root, 'packages', name);
  const declarations = join(projectFolder, 'dist', `${entry}.d.ts`);
  if (!existsSync(declarations)) throw new TypeError(`packages/${name} has not been built: pnpm run build`);
  const before = readReport(name);
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath: declarations,
      compiler: { overrideTsconfig: { compilerOptions, include: ['dist/*.d.ts'] } },
      apiReport: { enabled: true, reportFileName: `${name}.api.md`, reportFolder: reports, reportTempFolder: temporary },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, 'package.json'),
  });
  const { apiReportChanged } = Extractor.invoke(config, { localBuild: !check, messageCallback: quiet });
  return apiReportChanged || before === undefined;
}

function readReport(name: string): string | undefined {
  const file = join(reports, `${name}.api.md`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** What it says of its own files is said below, in one line. */
function quiet(message: { logLevel: ExtractorLogLevel }): void {
  if (message.logLevel !== ExtractorLogLevel.Error) message.logLevel = ExtractorLogLevel.None;
}
