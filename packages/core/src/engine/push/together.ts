import { setImmediate as whatCameMeanwhile } from 'node:timers/promises';

/**
 * Looks something up once for all who ask for it before the look is taken; whoever asks later gets a look of their own. So
 * nobody is told what was so before they asked, and a burst of requests costs a few looks.
 */
export function together<T>(look: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const waiting = new Map<string, Promise<T>>();
  const takeLook = async (key: string): Promise<T> => {
    await whatCameMeanwhile();
    waiting.delete(key);
    return look(key);
  };
  return (key) => {
    const taken = waiting.get(key) ?? takeLook(key);
    waiting.set(key, taken);
    return taken;
  };
}
