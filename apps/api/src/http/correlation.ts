import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;
const IDENTITY_NUMBER = /(?<!\d)\d{11}(?!\d)/;
const TRACE = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/**
 * What ties a request to its log lines and events: the caller's `X-Correlation-ID`, else the trace id of `traceparent`, else a new
 * one. It is stored for good, so a value that might be somebody's identity number is not taken.
 */
export function correlationIdOf(headers: IncomingHttpHeaders): string {
  const given = headers['x-correlation-id'];
  if (typeof given === 'string' && PLAIN.test(given) && !IDENTITY_NUMBER.test(given)) return given;
  const parent = headers['traceparent'];
  return (typeof parent === 'string' ? TRACE.exec(parent)?.[1] : undefined) ?? randomUUID();
}
