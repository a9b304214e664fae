import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The part of kafkajs's request queue that the mended method looks at. */
interface RequestQueue {
  pending: readonly unknown[];
  throttledUntil: number;
  scheduleCheckPendingRequests: (this: RequestQueue) => void;
}

/** The version that the fault was seen in, and mended. */
const MENDED = '2.2.4';

/**
 * Mends kafkajs 2.2.4 on new versions of Node: on a live connection it asks for a timer in the past, which Node warns of and arms again
 * after a millisecond, a thousand times a second. Nothing is scheduled any more when nothing waits and nothing is throttled; what is pushed
 * later schedules itself. Throws when the version is another one: look whether the fault is still there, and take this file out or renew it.
 */
export function quietTimer(version = (require('kafkajs/package.json') as { readonly version: string }).version): void {
  if (version !== MENDED)
    throw new Error(`kafkajs is ${version}, and its timer was mended for ${MENDED}. See libs/topics/src/kafka/quiet-timer.ts.`);
  const { prototype } = require('kafkajs/src/network/requestQueue') as { readonly prototype: RequestQueue };
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const schedule = prototype.scheduleCheckPendingRequests;
  prototype.scheduleCheckPendingRequests = function (this: RequestQueue): void {
    if (this.pending.length > 0 || this.throttledUntil > Date.now()) schedule.call(this);
  };
}

const mended = new WeakSet<object>();
