import { createRequire } from 'node:module';
import type * as ClientLibrary from '@eventstore/db-client';

const require = createRequire(import.meta.url);
let loaded: typeof ClientLibrary | undefined;

/** The client, loaded with the first connection: a process whose log is in PostgreSQL never holds its 23 MB. */
export const clientLibrary = (): typeof ClientLibrary => (loaded ??= require('@eventstore/db-client') as typeof ClientLibrary);
