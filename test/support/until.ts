import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 10;

/**
 * Asks until there is an answer, for so many milliseconds at most. Throws with what was waited for, and the last error of asking when
 * there was one.
 */
export async function until<Answer>(
  what: string,
  limitMs: number,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
): Promise<Answer> {
  const end = performance.now() + limitMs;
  let cause: unknown;
  do {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
    } catch (error) {
      cause = error;
    }
    await pause(LOOK_EVERY_MS);
  } while (performance.now() < end);
  throw new Error(`Waited ${limitMs} ms in vain until ${what}.`, { cause });
}
