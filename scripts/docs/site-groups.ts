/** Parts of the site and the pages in them, in the order of the navigation. */
const groups: Readonly<Record<string, readonly string[]>> = {
  Start: ['quick-start', 'concepts', 'comparison'],
  'In your platform': [
    'connect-flow',
    'engine',
    'member-directory',
    'stores',
    'policies',
    'rules',
    'teams',
    'operations',
    'security',
    'errors',
    'faq-removed',
  ],
  'HR systems': ['connectors', 'data-map', 'conformance'],
  'For authors': ['write-a-connector', 'recording', 'testing', 'releasing'],
};

/** The part of the site that a page belongs to, by its path in the repository. */
export function groupOf(path: string): string {
  const [, guide = ''] = /^docs\/([a-z-]+)\.md$/.exec(path) ?? [];
  const named = Object.entries(groups).find(([, guides]) => guides.includes(guide))?.[0];
  if (named !== undefined) return named;
  if (path.startsWith('connectors/')) return 'Connectors';
  return path.startsWith('docs/decisions/') ? 'Decisions' : 'For authors';
}

const order = Object.values(groups).flat();

/** Pages that are not named above come last, as they are. */
export function orderOf(path: string): number {
  const place = order.findIndex((guide) => path === `docs/${guide}.md`);
  return place === -1 ? order.length : place;
}
