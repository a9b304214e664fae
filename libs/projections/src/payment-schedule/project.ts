import type { JsonObject } from '@kvp/event-store';
import { type CaseState, caseEvents } from '@kvp/lifecycle';
import { type ScheduleMonth, schedule, scheduleMonthData, stipendFacts } from '@kvp/stipend';
import type { OpenedEvent } from '@kvp/deciding';
import { caseFold } from '../case-fold.ts';
import type { DetailRow, Projection } from '../engine/projection.ts';
import { months } from './tables.ts';

/** A case, and what its schedule was last computed from. */
export interface ScheduledCase {
  readonly state: CaseState;
  /** The facts of the stipend, as JSON. */
  readonly facts: string;
  /** Of the event that last changed them. */
  readonly policyRevision: number | null;
}

const factsOf = (state: CaseState): string => JSON.stringify(stipendFacts(state));

/** What is due, month by month, on the rates of the release that wrote it. A newer release recomputes when it reads. */
export const paymentSchedule: Projection<ScheduledCase> = {
  name: 'payment-schedule',
  shape: 1,
  fold: {
    initial: { state: caseFold.initial, facts: factsOf(caseFold.initial), policyRevision: null },
    evolve(before, event) {
      const state = caseFold.evolve(before.state, event);
      const facts = mayChange(event) ? factsOf(state) : before.facts;
      return facts === before.facts ? { ...before, state } : { state, facts, policyRevision: event.metadata.law.policyRevision };
    },
    ownerOf: ({ state }) => caseFold.ownerOf(state),
    toJson: ({ state, policyRevision }) => ({ ...caseFold.toJson(state), policyRevision }),
    fromJson(json) {
      const state = caseFold.fromJson(json);
      return { state, facts: factsOf(state), policyRevision: json['policyRevision'] as number | null };
    },
  },
  columns: {},
  indexes: [['municipality', 'case_id']],
  rowOf: () => ({}),
  details: {
    write: 'replace',
    table: months,
    changed: (before, after) => before.facts !== after.facts,
    rowsOf: (scheduled) => scheduleOf(scheduled).map((line) => monthRow(line, scheduled)),
  },
};

const mayChange = ({ event }: OpenedEvent): boolean => caseEvents[event.type]?.changes.includes('payment-schedule') === true;

/** The lines on the rates of this release. */
export function scheduleOf({ state }: Pick<ScheduledCase, 'state'>): readonly ScheduleMonth[] {
  const facts = stipendFacts(state);
  return facts === null ? [] : schedule(facts);
}

function monthRow(line: ScheduleMonth, { policyRevision }: ScheduledCase): DetailRow {
  const { month, payee, stipendDays, amount, noWithholding, model, ratesRelease } = line;
  const { segments, stipend, childSupplement, exact } = scheduleMonthData(line);
  return {
    row: {
      month,
      payee,
      stipend_days: stipendDays,
      amount_ore: amount,
      no_withholding: noWithholding,
      model: model.name,
      model_version: model.version,
      rates_release: ratesRelease,
      policy_revision: policyRevision,
    },
    personal: { segments, stipend, childSupplement, exact } as unknown as JsonObject,
  };
}
