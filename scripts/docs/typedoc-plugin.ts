import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  Application,
  Converter,
  MinimalSourceFile,
  ReferenceType,
  ReflectionKind,
  type Context,
  type DeclarationReflection,
  type DocumentReflection,
  type NormalizedPath,
  type ParameterReflection,
  type ProjectReflection,
  type ReferenceReflection,
} from 'typedoc';
import { groupOf, orderOf } from './site-groups.ts';

const folder = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What the site of typedoc needs to know of this repository: pages are called by their first heading, modules by the name of
 * their package with its README as their text, and links to folders lead to the page about them.
 */
export function load(app: Application): void {
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_context: Context | undefined, document: DocumentReflection) => {
    nameDocument(document);
  });
  app.converter.on(Converter.EVENT_CREATE_PARAMETER, (_context: Context, parameter: ParameterReflection) => {
    // What is taken apart in the parameter list has no name in the source.
    if (parameter.name === '__namedParameters') parameter.name = 'options';
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context: Context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module))
      if (module.isDeclaration()) describeModule(app, context, module);
    resolveFolders(context.project);
    nameManifests(context.project);
    const { documents = [], childrenIncludingDocuments = [] } = context.project;
    for (const list of [documents, childrenIncludingDocuments]) list.sort((a, b) => placeInSite(a) - placeInSite(b));
  });
  validateEachPackage(app);
  app.converter.on(Converter.EVENT_END, (context: Context) => {
    nameSources(context.project);
    for (const path of context.project.files.getMediaPaths())
      if (!existsSync(path) || !statSync(path).isFile() || path.endsWith('.md'))
        app.logger.warn(`a page links to ${relative(folder, path)}, which is no page of the site (typedoc.json)`);
  });
}

/** Typedoc asks of one package only whether everything that its exports name is exported as well: here of each. */
function validateEachPackage(app: Application): void {
  let asked = false;
  app.on(Application.EVENT_VALIDATE_PROJECT, (project: ProjectReflection) => {
    if (asked) return;
    asked = true;
    const own = project.packageName;
    for (const name of new Set(project.children?.map((module) => module.name.split('/').slice(0, 2).join('/')))) {
      project.packageName = name;
      app.validate(project);
    }
    if (own !== undefined) project.packageName = own;
  });
}

function nameDocument(document: DocumentReflection): void {
  const text = document.content.map((part) => part.text).join('');
  document.name = /^# +(.+)$/m.exec(text)?.[1]?.replaceAll('`', '').replace('@rollcall/connector-', '') ?? document.name;
  document.frontmatter['group'] ??= groupOf(placeOf(document));
}

/** Pages before modules. */
function placeInSite(child: DeclarationReflection | DocumentReflection | ReferenceReflection): number {
  return child.isDocument() ? orderOf(placeOf(child)) : Number.MAX_SAFE_INTEGER;
}

/** Where a page stands in the repository. */
function placeOf(document: DocumentReflection): string {
  return relative(folder, pathOf(document));
}

function pathOf(document: DocumentReflection): string {
  return document.project.files.getReflectionPath(document) ?? '';
}

function describeModule(app: Application, context: Context, module: DeclarationReflection): void {
  const source = context.getSymbolFromReflection(module)?.declarations?.[0]?.getSourceFile().fileName;
  if (source === undefined) return;
  const { files } = context.project;
  const owner = ownerOf(source);
  module.name = owner.name;
  files.registerReflectionPath(dirname(source) as NormalizedPath, module);
  const readme = join(owner.folder, 'README.md') as NormalizedPath;
  if (!owner.isMain || !existsSync(readme)) return;
  files.registerReflectionPath(readme, module);
  files.registerReflectionPath(owner.folder as NormalizedPath, module);
  const text = readFileSync(readme, 'utf8').replace(/^# .*$/m, '');
  module.readme = app.converter.parseRawComment(new MinimalSourceFile(text, readme), files).content;
}

/** The package that a file is an entry of, and how that entry is imported. */
function ownerOf(source: string): { readonly name: string; readonly folder: string; readonly isMain: boolean } {
  let owner = dirname(source);
  while (!existsSync(join(owner, 'package.json'))) owner = dirname(owner);
  const { name, exports } = JSON.parse(readFileSync(join(owner, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly exports: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  const target = `./${relative(owner, source)}`;
  const entry = Object.entries(exports).find(([, conditions]) => conditions['@rollcall/source'] === target)?.[0] ?? '.';
  return { name: `${name}${entry.slice(1)}`, folder: owner, isMain: entry === '.' };
}

/** A type parameter that extends the manifest shows that name, and not the hundred lines that it stands for. */
function nameManifests(project: ProjectReflection): void {
  const manifest = project.getReflectionsByKind(ReflectionKind.TypeAlias).find(({ name }) => name === 'Manifest');
  if (manifest === undefined) return;
  for (const parameter of project.getReflectionsByKind(ReflectionKind.TypeParameter)) {
    if (!parameter.isTypeParameter()) continue;
    const { type } = parameter;
    if (type?.type !== 'reflection' || type.declaration.getChildByName('docsUrl') === undefined) continue;
    project.removeTypeReflections(type);
    parameter.type = ReferenceType.createResolvedReference('Manifest', manifest, project);
  }
}

/** A link to the folder of a connector leads to its page; folders that no page is about lead to the first one. */
function resolveFolders(project: ProjectReflection): void {
  const { files, documents = [] } = project;
  for (const document of documents) {
    const path = pathOf(document);
    if (basename(path) !== 'README.md') continue;
    files.registerReflectionPath(dirname(path) as NormalizedPath, document);
    files.registerReflectionPath(join(dirname(path), 'src') as NormalizedPath, document);
  }
  for (const path of files.getMediaPaths())
    if (existsSync(path) && statSync(path).isDirectory()) files.registerReflectionPath(path, project);
}

/** Sources that pages link to are copied as texts, called by their paths, so that a browser shows them. */
function nameSources({ files }: ProjectReflection): void {
  const names = Reflect.get(files, 'names') as Map<number, string>;
  for (const path of files.getMediaPaths()) {
    const { target } = files.registerAbsolute(path);
    if (/\.[cm]?[jt]s$/.test(path)) names.set(target, `${relative(folder, path).replaceAll('/', '--')}.txt`);
  }
}
