import type { PlainDate } from '@kvp/calendar';
import { type Actor, type MunicipalityPolicy, type PolicySet, policyAt } from '@kvp/lifecycle';
import type { RegisterFile, RegisterFiles } from '../register/register-files.ts';

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

export const policyStream = (municipality: string): string => `policy-${municipality}`;

export interface Policies {
  /** Looked up once, for any day: a decision needs that of its own day, and an approval that of what it approves. */
  of(municipality: string): Promise<{ readonly at: (day: PlainDate) => MunicipalityPolicy; readonly revision: number | null }>;
  /** All that is settled, as the log has it now; revision -1 when nothing is. */
  history(municipality: string): Promise<PolicyHistory>;
}

export const createPolicies = (registers: RegisterFiles): Policies => ({
  async of(municipality) {
    const file = await registers.recent(policyStream(municipality));
    return { at: atOf(file), revision: file.revision < 0 ? null : file.revision };
  },
  history: async (municipality) => historyOf(await registers.read(policyStream(municipality))),
});

const atOf =
  ({ rows }: RegisterFile) =>
  (day: PlainDate): MunicipalityPolicy =>
    policyAt(
      rows.map(({ event }) => event),
      day,
    );

/** A file as its readers see it. */
const historyOf = (file: RegisterFile): PolicyHistory => ({
  revision: file.revision,
  rows: file.rows.map(({ revision, event, metadata }) => ({
    revision,
    settled: event.data as PolicySet['data'],
    setBy: metadata.actor,
    setAt: metadata.recordedAt,
  })),
  at: atOf(file),
});
