import type { EventStore } from '@kvp/event-store';
import { type DomainEvent, type MunicipalityPolicy, policyAt } from '@kvp/lifecycle';
import type { KeyRing } from '@kvp/people';
import type { PlainDate } from '@kvp/calendar';
import { readPages } from '../case/case-files.ts';

/** What a municipality has settled, as read from its stream; -1 when it has settled nothing. */
export interface PolicyFile {
  readonly revision: number;
  readonly events: readonly DomainEvent[];
  readonly hash: string | null;
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
      return { at: (day) => policyAt(file.events, day), revision: file.revision < 0 ? null : file.revision };
    },
  };
}

async function readAll(store: EventStore, keys: KeyRing, stream: string): Promise<PolicyFile> {
  let file: PolicyFile = { revision: -1, events: [], hash: null };
  for await (const page of readPages(store, keys, stream)) {
    const last = page.at(-1);
    file = {
      revision: last?.revision ?? file.revision,
      events: [...file.events, ...page.map(({ event }) => event)],
      hash: last?.metadata.hash ?? file.hash,
    };
  }
  return file;
}
