import pg from 'pg';

/** How pg says that an answer did not come in time; it has no code. */
const NO_ANSWER = 'Query read timeout';

/**
 * A connection that is given up when an answer does not come within `query_timeout`. pg itself only stops waiting: the hung connection
 * goes back to the pool, and whoever gets it next waits as well.
 */
export class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...question: unknown[]) => unknown;
    const impatient = (...question: unknown[]): unknown => {
      const answer = ask(...question);
      if (answer instanceof Promise) answer.catch((error: unknown) => this.#giveUp(error));
      return answer;
    };
    this.query = impatient as typeof this.query;
  }

  /** `end` cuts a connection that still owes an answer. The error itself is the asker's. */
  #giveUp(error: unknown): void {
    if (Error.isError(error) && error.message === NO_ANSWER) void this.end();
  }
}
