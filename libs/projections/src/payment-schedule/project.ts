import type { KnownRates } from '@kvp/deciding';
import type { JsonObject } from '@kvp/event-store';
import type { CaseState } from '@kvp/lifecycle';
import { type ScheduleMonth, hasSameStipendFacts, schedule, scheduleMonthData, stipendFacts } from '@kvp/stipend';
import { caseFold } from '../case-fold.ts';
import type { DetailRow, Projection } from '../engine/projection.ts';
import { months } from './tables.ts';

/** A case, and the policy revision of the event that last changed what its stipend rests on. */
export interface ScheduledCase {
  readonly state: CaseState;
  readonly policyRevision: number | null;
}

/** What is due, month by month, on the rates that were known when it was written; each line names them. A reader who knows newer ones recomputes. */
export const paymentSchedule: Projection<ScheduledCase> = {
  name: 'payment-schedule',
  shape: 7,
  fold: {
    initial: { state: caseFold.initial, policyRevision: null },
    evolve: (before, event) => {
      const state = caseFold.evolve(before.state, event);
      return {
        state,
        policyRevision: hasSameStipendFacts(before.state, state) ? before.policyRevision : event.metadata.law.policyRevision,
      };
    },
    ownerOf: ({ state }) => caseFold.ownerOf(state),
    toJson: ({ state, policyRevision }) => ({ ...caseFold.toJson(state), policyRevision }),
    fromJson: (json) => ({ state: caseFold.fromJson(json), policyRevision: json['policyRevision'] as number | null }),
  },
  columns: {},
  indexes: [['municipality', 'case_id']],
  rowOf: () => ({}),
  details: {
    write: 'replace',
    ratesColumn: 'rates_revision',
    table: months,
    changed: (before, after) => !hasSameStipendFacts(before.state, after.state),
    rowsOf: (scheduled, rates) => scheduleOf(scheduled, rates).map((line) => monthRow(line, scheduled)),
  },
};

/** The lines of a case on the rates that are known. */
export function scheduleOf({ state }: ScheduledCase, rates: KnownRates): readonly ScheduleMonth[] {
  const facts = stipendFacts(state);
  return facts === null ? [] : schedule(facts, rates);
}

function monthRow(line: ScheduleMonth, { policyRevision }: ScheduledCase): DetailRow {
  const { month, payee, stipendDays, amount, noWithholding, model, ratesRevision } = line;
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
      rates_revision: ratesRevision,
      policy_revision: policyRevision,
    },
    personal: { segments, stipend, childSupplement, exact } as unknown as JsonObject,
  };
}
