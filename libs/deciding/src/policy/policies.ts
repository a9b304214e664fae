import type { EventStore } from '@kvp/event-store';
import { type Actor, type MunicipalityPolicy, type PolicySet, policyAt } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { PlainDate } from '@kvp/calendar';
import { readPages } from '../case/case-files.ts';
import type { OpenedEvent } from '../envelope/opened-event.ts';

/** What a municipality has settled, as read from its stream; -1 when it has settled nothing. */
export interface PolicyFile {
  readonly revision: number;
  readonly rows: readonly OpenedEvent[];
  readonly hash: string | null;
}

/** What a municipality has settled, in the order it was set. */
export interface PolicyHistory {
  readonly revision: number;
  readonly rows: readonly PolicyRow[];
  /** What counts on a day, by what is set now; defaults for what nobody set. */
  readonly at: (day: PlainDate) => MunicipalityPolicy;
}

export interface PolicyRow {
  readonly revision: number;
  readonly settled: PolicySet['data'];
  readonly setBy: Pick<Actor, 'id' | 'role'>;
  /** An instant in UTC. */
  readonly setAt: string;
}

/** How old a read policy may be in milliseconds: another process's change is seen within this time, one's own at once. */
const FRESH_FOR = 1_000;

export const policyStream = (municipality: string): string => `policy-${municipality}`;

export interface Policies {
  /** Looked up once, for any day: a decision needs that of its own day, and an approval that of what it approves. */
  of(municipality: string): Promise<{ readonly at: (day: PlainDate) => MunicipalityPolicy; readonly revision: number | null }>;
  /** The stream as it stands now. */
  read(municipality: string): Promise<PolicyFile>;
}

export function createPolicies(store: EventStore, keys: KeyRing, monotonic: () => number): Policies {
  const kept = new Map<string, { readonly file: Promise<PolicyFile>; readonly readAt: number }>();

  const read = async (municipality: string): Promise<PolicyFile> => {
    const file = readAll(store, keys, policyStream(municipality));
    kept.set(municipality, { file, readAt: monotonic() });
    try {
      return await file;
    } catch (error) {
      kept.delete(municipality);
      throw error;
    }
  };

  return {
    read,
    async of(municipality) {
      const known = kept.get(municipality);
      const file = known !== undefined && monotonic() - known.readAt < FRESH_FOR ? await known.file : await read(municipality);
      return { at: atOf(file), revision: file.revision < 0 ? null : file.revision };
    },
  };
}

const atOf =
  ({ rows }: PolicyFile) =>
  (day: PlainDate): MunicipalityPolicy =>
    policyAt(
      rows.map(({ event }) => event),
      day,
    );

/** A file as its readers see it. */
export const historyOf = (file: PolicyFile): PolicyHistory => ({
  revision: file.revision,
  rows: file.rows.map(({ revision, event, metadata }) => ({
    revision,
    settled: event.data as PolicySet['data'],
    setBy: metadata.actor,
    setAt: metadata.recordedAt,
  })),
  at: atOf(file),
});

async function readAll(store: EventStore, keys: KeyRing, stream: string): Promise<PolicyFile> {
  let file: PolicyFile = { revision: -1, rows: [], hash: null };
  for await (const page of readPages(store, keys, stream)) {
    const last = page.at(-1);
    file = {
      revision: last?.revision ?? file.revision,
      rows: [...file.rows, ...page],
      hash: last?.metadata.hash ?? file.hash,
    };
  }
  return file;
}
