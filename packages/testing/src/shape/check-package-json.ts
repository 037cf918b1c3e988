import { z } from 'zod';
import type { PackageFiles } from './package-files.ts';
import type { ShapeProblem } from './shape-problem.ts';

const ranges = z.record(z.string(), z.string()).optional();

const packageJson = z.looseObject({
  name: z.string(),
  private: z.boolean().optional(),
  license: z.string().min(1),
  type: z.literal('module'),
  sideEffects: z.literal(false),
  engines: z.looseObject({ node: z.string() }),
  exports: z.looseObject({ '.': z.looseObject({ types: z.string(), default: z.string() }) }),
  files: z.array(z.string()),
  dependencies: ranges,
  peerDependencies: ranges,
});

// From the version of the contract on, up to the next breaking one: a newer core must not force a new connector.
const wide = /^>=\d+(?:\.\d+){0,2} <\d+$/;

/** What npm and others see of the package. */
export function checkPackageJson(files: PackageFiles, slug: string | undefined): ShapeProblem[] {
  const file = 'package.json';
  const parsed = packageJson.safeParse(files.json(file));
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => ({ file, problem: `${path.join('.') || 'file'}: ${message}` }));
  const { name, private: isPrivate, files: packed, dependencies = {}, peerDependencies = {} } = parsed.data;
  const problems: string[] = [];
  if (slug !== undefined && !name.endsWith(`connector-${slug}`))
    problems.push(`name must end in connector-${slug}, so that it is found`);
  if (isPrivate === true) problems.push('private: nobody can install it');
  if (!packed.includes('dist')) problems.push('files must hold dist, or nothing is published');
  for (const peer of ['@rollcall/core']) if (!(peer in peerDependencies)) problems.push(`peerDependencies must name ${peer}`);
  for (const [peer, range] of Object.entries(peerDependencies))
    if (peer.startsWith('@rollcall/') && !wide.test(range))
      problems.push(`peerDependencies.${peer} must be wide, such as ">=0.1 <1"`);
  for (const dependency of Object.keys(dependencies))
    if (dependency.startsWith('@rollcall/'))
      problems.push(`dependencies.${dependency} must be a peer: two cores do not know each other`);
  return problems.map((problem) => ({ file, problem }));
}

/** The packages that its source may import. */
export function declaredIn(files: PackageFiles): ReadonlySet<string> {
  const { dependencies = {}, peerDependencies = {} } = packageJson.partial().safeParse(files.json('package.json')).data ?? {};
  return new Set([...Object.keys(dependencies), ...Object.keys(peerDependencies)]);
}
