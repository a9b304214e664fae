/** PostgreSQL could not be started; the message says what a person can do about it. */
export class EmbeddedPostgresError extends Error {}
