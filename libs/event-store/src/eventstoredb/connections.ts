import { Connection } from './connection.ts';

interface Shared {
  readonly connection: Connection;
  users: number;
}

const open = new Map<string, Shared>();
/** The one connection whose appends go together; see `Connection`. */
let together: Connection | undefined;

/** The connection to a server, shared by all stores of the process that use the same connection string. */
export function acquire(connectionString: string): Connection {
  const shared = open.get(connectionString);
  if (shared !== undefined) {
    shared.users += 1;
    return shared.connection;
  }
  const connection = connect(connectionString, together === undefined);
  together ??= connection;
  open.set(connectionString, { connection, users: 1 });
  return connection;
}

/** Gives a connection back; the last one closes it. */
export async function release(connectionString: string): Promise<void> {
  const shared = open.get(connectionString);
  if (shared === undefined) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  open.delete(connectionString);
  await shared.connection.close();
  if (together === shared.connection) together = undefined;
}

function connect(connectionString: string, first: boolean): Connection {
  try {
    return new Connection(connectionString, first);
  } catch {
    // The client's own message quotes the string, and with it a password.
    throw new Error('The connection string of the event store cannot be read.');
  }
}
