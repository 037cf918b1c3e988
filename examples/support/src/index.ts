export { createClock } from './clock.ts';
export { DirectedTwin } from './directed-twin.ts';
export { chapter, say } from './story.ts';
export { inTemporaryFolder } from './temporary-folder.ts';
