import { type ProblemCode, problemTypes } from './problem-types.ts';

/** One field of a body, a header or a query that is wrong. `pointer` is a JSON Pointer into the body. */
export interface FieldError {
  readonly pointer: string;
  readonly field: string;
  readonly message: string;
}

export interface ProblemOptions {
  /** What is wrong this time, in bokmål; never anything that the caller sent, but names of fields. */
  readonly detail?: string;
  /** Further members of the answer, such as `errors`, `refusals`, `revision`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that ends with a problem (RFC 9457) instead of an answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly detail: string;

  constructor(
    readonly code: ProblemCode,
    { detail, members = {}, headers = {} }: ProblemOptions = {},
  ) {
    super(code);
    const type = problemTypes[code];
    this.status = type.status;
    this.detail = detail ?? type.explanation;
    this.members = members;
    this.headers = headers;
  }

  /** The body of `application/problem+json`; `correlationId` finds the request in the logs. */
  toBody(correlationId: string): Readonly<Record<string, unknown>> {
    const { title, status } = problemTypes[this.code];
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      detail: this.detail,
      code: this.code,
      correlationId,
      ...this.members,
    };
  }
}

/** Seconds after which trying again is worth while. */
const RETRY_AFTER = '2';

/** Something that the answer needs is away: nothing is wrong with the request. */
export const unavailable = (detail?: string): Problem =>
  new Problem('unavailable', { ...(detail === undefined ? {} : { detail }), headers: { 'retry-after': RETRY_AFTER } });
