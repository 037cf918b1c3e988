import { fileURLToPath } from 'node:url';
import { markersOf } from './markers.ts';
import type { Project } from './project.ts';
import { steps } from './steps.ts';

/**
 * The first thing that is still to be written, in one sentence; `null` once everything is. In the order in which one works:
 * facts, endpoints, a recording of two pages, the people expected of it, shape, list, map, the other cases, README.
 * The first five are judged by what is in the files; from the list on, the recordings are replayed.
 */
export async function nextStep(project: Project): Promise<string | null> {
  const markers = markersOf(fileURLToPath(project.folder));
  for (const [index, step] of steps.entries()) {
    const marker = markers.find(step.owns);
    const toDo = marker?.text.replace(/^(?:endpoint|field): /, '') ?? (await step.check?.(project));
    if (toDo === undefined) continue;
    const place = marker === undefined ? step.file : `${marker.file}, line ${String(marker.line)}`;
    return `Step ${String(index + 1)} of ${String(steps.length)}: ${step.title} (${place}): ${andAgain(toDo.trim())}`;
  }
  return null;
}

function andAgain(toDo: string): string {
  if (toDo.includes('\n')) return `${toDo}\nThen run the tests again.`;
  return /[.!?…]$/.test(toDo) ? `${toDo} Then run the tests again.` : `${toDo}, then run the tests again.`;
}
