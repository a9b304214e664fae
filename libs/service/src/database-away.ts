const CONNECTION_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);
/** PostgreSQL: connection exceptions, out of resources, shutting down or starting up, cancelled by a time-out. */
const SQL_STATES = /^(08...|53...|57P0[1-5]|57014|25P0[34])$/;
/** pg gives these no code. */
const MESSAGES = [
  'timeout exceeded when trying to connect',
  'Connection terminated',
  'Query read timeout',
  'Client has encountered a connection error',
];

/** True when a read model has not been made yet: its tables come with the projector, which may start later than the door. */
export const isTableMissing = (error: unknown): boolean =>
  Error.isError(error) && ['42P01', '3F000'].includes(String((error as { code?: unknown }).code));

/** True when an error means that PostgreSQL cannot be reached or cannot serve now, however deep it is wrapped. */
export function isDatabaseAway(error: unknown): boolean {
  if (!Error.isError(error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (CONNECTION_CODES.has(code) || SQL_STATES.test(code))) return true;
  const { errors = [] } = error as { errors?: readonly unknown[] };
  return MESSAGES.some((text) => error.message.startsWith(text)) || errors.some(isDatabaseAway) || isDatabaseAway(error.cause);
}
