import type { PlainDate } from '@kvp/calendar';
import type { JsonObject } from '@kvp/event-store';
import type { Role } from '@kvp/lifecycle';

/** One request to the API, by whoever may make it, on a day of the life. */
export interface DoorRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly role: Role;
  readonly municipality: string;
  /** Where they work, when that is not the first office of the municipality. */
  readonly office?: string;
  /** Where the clock stands: `X-Time`. */
  readonly on: PlainDate;
  readonly body?: JsonObject;
  /** `Idempotency-Key`. */
  readonly key?: string;
  /** `If-Match`. */
  readonly revision?: number;
}

export interface DoorAnswer {
  readonly status: number;
  /** Empty when the answer was no JSON object. */
  readonly body: JsonObject;
}

/** The API's HTTP doors, whether there is a network in between or not. */
export interface Door {
  send(request: DoorRequest): Promise<DoorAnswer>;
}

/** Method, path and headers as they go over the wire; `token` speaks for the role and municipality of the request. */
export function headersOf({ on, body, key, revision }: DoorRequest, token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    'x-time': on.toString(),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key === undefined ? {} : { 'idempotency-key': key }),
    ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
  };
}

/** Reads an answer's text: what is no JSON object has no body to go by. */
export function answer(status: number, text: string): DoorAnswer {
  try {
    const body: unknown = JSON.parse(text);
    return { status, body: typeof body === 'object' && body !== null ? (body as JsonObject) : {} };
  } catch (error) {
    if (error instanceof SyntaxError) return { status, body: {} };
    throw error;
  }
}
