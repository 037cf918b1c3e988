import packageJson from '../../package.json' with { type: 'json' };

/** How a connector introduces itself to a vendor. */
export function userAgent(slug: string): string {
  return `rollcall/${packageJson.version} (+connector ${slug})`;
}
