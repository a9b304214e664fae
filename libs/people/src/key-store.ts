import type { Pool } from 'pg';
import type { Sealed } from './sealing.ts';

/** Where the wrapped keys of persons lie. Losing it loses all that is personal; it is backed up with the log. */
export interface KeyStore {
  /** Nothing happens when the key is there. */
  add(key: string, wrapped: Sealed): Promise<void>;
  find(keys: readonly string[]): Promise<readonly StoredKey[]>;
  /** All keys in pages, for backup and for moving to another installation. */
  all(): AsyncIterable<readonly StoredKey[]>;
}

export interface StoredKey {
  readonly key: string;
  readonly wrapped: Sealed;
}

const SCHEMA = `
  create schema if not exists vault;
  create table if not exists vault.person_key (
    key text collate "C" primary key,
    wrapped jsonb not null,
    created timestamptz not null default now()
  )`;

const PAGE = 1_000;

/** Keys in the table `vault.person_key`, made when missing; two processes may start at once. */
export async function createPostgresKeyStore(pool: Pool): Promise<KeyStore> {
  await pool.query(`begin; select pg_advisory_xact_lock(hashtext('kvp vault')); ${SCHEMA}; commit`);
  return {
    async add(key, wrapped) {
      await pool.query('insert into vault.person_key (key, wrapped) values ($1, $2) on conflict do nothing', [key, wrapped]);
    },
    async find(keys) {
      const { rows } = await pool.query<StoredKey>('select key, wrapped from vault.person_key where key = any($1)', [keys]);
      return rows;
    },
    async *all() {
      let after = '';
      for (;;) {
        const { rows } = await pool.query<StoredKey>('select key, wrapped from vault.person_key where key > $1 order by key limit $2', [
          after,
          PAGE,
        ]);
        if (rows.length === 0) return;
        yield rows;
        after = rows.at(-1)?.key ?? after;
      }
    },
  };
}

/** Keys in memory alone, for specs and for lives that are played and thrown away. */
export function createInMemoryKeyStore(): KeyStore {
  const stored = new Map<string, Sealed>();
  return {
    async add(key, wrapped) {
      if (!stored.has(key)) stored.set(key, wrapped);
    },
    find: async (keys) =>
      keys.flatMap((key) => {
        const wrapped = stored.get(key);
        return wrapped === undefined ? [] : [{ key, wrapped }];
      }),
    async *all() {
      yield [...stored].map(([key, wrapped]) => ({ key, wrapped }));
    },
  };
}
