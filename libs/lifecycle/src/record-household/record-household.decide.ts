import { date, isSame } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen } from '../kernel/guards.ts';
import { says, takesFacts, withinLife } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { OSLO } from './household-codes.ts';
import type { RecordHousehold } from './record-household.command.ts';
import type { HouseholdRecorded } from './record-household.events.ts';
import * as refusals from './record-household.refusals.ts';

/** Registers an observation of the household. A later one stands beside it, for the statistics ask how it was at last contact. */
export function decideRecordHousehold(state: CaseState, { on, ...told }: RecordHousehold, { today }: Context): Decision {
  const day = date(on);
  const sameDay = state.circumstances.household.filter((seen) => isSame(seen.on, day));
  const isKnown = sameDay.some((seen) => says(seen, told));
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        dated(state, day, today),
        withinLife(state, day, today),
        told.district !== undefined && state.application?.municipality !== OSLO && refuse(refusals.districtOutsideOslo, []),
        !isKnown && sameDay.length > 0 && refuse(recordedOtherwise, [], 'KOSTRA 11CF'),
      ),
    (): readonly HouseholdRecorded[] => (isKnown ? [] : [{ type: 'HouseholdRecorded', version: 1, data: { on }, personal: told }]),
  );
}
