import { date, isBefore, iso, isSame, reachesAge } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dateOr, dateOrNull } from '../kernel/fields.ts';
import { decideWhen, endsAfterStart, hasHappened } from '../kernel/guards.ts';
import { takesFacts, withinLife } from '../kernel/recording.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { isOverlapping, standing, unlessKnown } from '../kernel/state/lasting.ts';
import { conditionsMetOn, isTooOld, mustLiveInNorway } from './conditions.ts';
import type { RecordChild } from './record-child.command.ts';
import type { ChildRecorded } from './record-child.events.ts';
import * as refusals from './record-child.refusals.ts';

/**
 * Registers a supported child under 18. Whether the other parent has the supplement too is not asked: both may (KVPF § 3;
 * rulebook § 9.13). A child is told from its twin by its number, so that the same child sent again is not paid for twice.
 */
export function decideRecordChild(state: CaseState, command: RecordChild, context: Context): Decision {
  const { childNumber = 1, fosterChild = false } = command;
  const birthDate = date(command.birthDate);
  const supported = dateOr(command.from, birthDate);
  const from = conditionsMetOn(supported, command, context.law);
  const stretch = { from, to: dateOrNull(command.to) };
  const sameChild = state.children.filter((child) => isSame(child.birthDate, birthDate) && child.childNumber === childNumber);
  const told = standing(
    sameChild.filter((child) => child.fosterChild === fosterChild),
    stretch,
  );
  const contradicts = told.is === 'contrary' || (told.is === 'new' && sameChild.some((child) => isOverlapping(child, stretch)));
  return decideWhen(
    takesFacts(state),
    () => {
      const limits = refusalsOf(
        conditions(state, command, context),
        isBefore(supported, birthDate) && refuse(refusals.supportBeforeBirth, []),
        endsAfterStart(from, stretch.to),
        withinLife(state, from, context.today),
        isTooOld(state, from, reachesAge(birthDate, context.law.childSupplement.underAge.value)) && refuse(refusals.childNotUnder18, []),
      );
      return limits.length > 0 ? limits : refusalsOf(contradicts && refuse(refusals.childAlreadyRecorded, []));
    },
    () =>
      unlessKnown(told, (): ChildRecorded => ({
        type: 'ChildRecorded',
        version: 1,
        data: { ...(command.claimedOn === undefined ? {} : { claimedOn: command.claimedOn }), ...told.ends },
        personal: { ...evidence(command), birthDate: command.birthDate, from: iso(from) },
      })),
  );
}

/** What is told of the child beside its days, as the event keeps it. */
function evidence({ birthDate: _, from, claimedOn: __, ...told }: RecordChild): Omit<ChildRecorded['personal'], 'birthDate' | 'from'> {
  return from !== undefined && told.fosterChild === true ? { ...told, supportedFrom: from } : told;
}

function conditions(state: CaseState, command: RecordChild, { today, lawAt }: Context): readonly Refusal[] {
  const { birthDate, from, claimedOn, fosterChild, permanentPlacement, residence } = command;
  return refusalsOf(
    hasHappened(date(birthDate), today),
    claimedOn !== undefined && hasHappened(date(claimedOn), today),
    claimedOn !== undefined && isBefore(date(claimedOn), date(birthDate)) && refuse(refusals.claimedBeforeBirth, []),
    fosterChild === true && from === undefined && refuse(refusals.fosterSupportUndated, []),
    permanentPlacement === true && fosterChild !== true && refuse(refusals.placementOfOwnChild, []),
    residence === 'abroad' && mustLiveInNorway(state, date(from ?? birthDate), lawAt) && refuse(refusals.childAbroad, []),
  );
}
