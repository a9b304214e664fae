import { type PlainDate, isAfter, isBefore, isSame, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr } from '../kernel/fields.ts';
import { decideWhen } from '../kernel/guards.ts';
import { takesFacts, withinLife } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Maintenance } from '../kernel/state/circumstances.ts';
import type { RecordMaintenance } from './record-maintenance.command.ts';
import type { MaintenanceRecorded } from './record-maintenance.events.ts';

/**
 * Registers who the child supplement goes to from a day on: the collection agency when it has asked for it, else the participant. What
 * is so already on that day is no news. KVPF § 4; rulebook § 9.14.
 */
export function decideRecordMaintenance(state: CaseState, command: RecordMaintenance, { today }: Context): Decision {
  const from = dateOr(command.from, today);
  const { agencyHasClaimed } = command;
  const before = lastWord(state.circumstances.maintenance, from);
  const isNews = (before?.agencyHasClaimed ?? false) !== agencyHasClaimed;
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        withinLife(state, from, today),
        isNews && before !== undefined && isSame(before.from, from) && refuse(recordedOtherwise, [], 'KVPF § 4'),
      ),
    (): readonly MaintenanceRecorded[] =>
      isNews ? [{ type: 'MaintenanceRecorded', version: 1, data: { from: iso(from), agencyHasClaimed }, personal: null }] : [],
  );
}

/** What was registered last for the day, or the nearest day before it. */
const lastWord = (told: readonly Maintenance[], on: PlainDate): Maintenance | undefined =>
  told
    .filter(({ from }) => !isAfter(from, on))
    .reduce<Maintenance | undefined>((last, next) => (last !== undefined && isBefore(next.from, last.from) ? last : next), undefined);
