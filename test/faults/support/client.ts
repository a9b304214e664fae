import { isDeepStrictEqual } from 'node:util';
import type { JsonObject } from '@kvp/event-store';

/** A command on its way to the door: sent again, it is the same command. */
export interface Sent {
  readonly commandId: string;
  readonly path: string;
  readonly input: JsonObject;
  readonly token: string;
  /** `If-Match`. */
  readonly revision?: number;
}

export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** The door says that it carried the command out before. */
  readonly replayed: boolean;
  readonly body: unknown;
}

/** The body of an accepted command. */
export interface Accepted {
  readonly caseId: string;
  readonly revision: number;
  readonly events: readonly { readonly id: string; readonly revision: number; readonly type: string }[];
}

const PATIENCE_MS = 30_000;

/** Sends a command; undefined when no answer came, as when the process died. */
export async function send(url: string, { commandId, path, input, token, revision }: Sent): Promise<Answer | undefined> {
  try {
    const response = await fetch(url + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': commandId,
        ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
      },
      body: JSON.stringify(input),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { status, headers } = response;
    const replayed = headers.get('idempotency-replayed') === 'true';
    return { status, retryAfter: headers.get('retry-after'), replayed, body: await response.json() };
  } catch {
    return undefined;
  }
}

export const isAccepted = (answer: Answer | undefined): answer is Answer & { readonly body: Accepted } =>
  answer?.status === 200 || answer?.status === 201;

/** Whether a repeat was answered as the first time. */
export const isSameAnswer = (first: Answer, repeat: Answer | undefined): boolean =>
  repeat !== undefined && repeat.status === first.status && isDeepStrictEqual(repeat.body, first.body);
