import { type PlainDate, date, dayAfter, isAfter, isBefore, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, inProgramme, justified } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { decidedUntil } from '../timeline/duration.ts';
import type { RefuseExtension } from './refuse-extension.command.ts';
import type { ExtensionRefused } from './refuse-extension.events.ts';
import * as refusals from './refuse-extension.refusals.ts';

/** In the programme, as for extending it. */
export const refuseExtensionMoment = (state: CaseState, on: PlainDate): readonly Refusal[] => inProgramme(state, on);

/** Refuses a request for a new decision period: an individual decision, with reasons. Rulebook § 6.2; STL § 32; FVL §§ 24 and 25. */
export function decideRefuseExtension(state: CaseState, command: RefuseExtension, { today }: Context): Decision {
  const decidedOn = decisionDay(command, today);
  const until = decidedUntil(state);
  return decideWhen(
    refuseExtensionMoment(state, decidedOn),
    () =>
      refusalsOf(
        datedDecision(command, today),
        justified(command),
        isBefore(decidedOn, date(command.receivedOn)) && refuse(refusals.refusedBeforeAsked, [date(command.receivedOn)]),
        until !== null &&
          command.askedTo !== undefined &&
          !isAfter(date(command.askedTo), until) &&
          refuse(refusals.askedWithinPeriod, [until]),
        allHold(command) && refuse(refusals.reasonsHold, []),
      ),
    () => (until === null ? [] : [refused(command, dayAfter(until), today)]),
  );
}

/** Whoever finds that every condition for more than two years is met has no ground to refuse by. KVPF § 2. */
const allHold = ({ specialReasons }: RefuseExtension): boolean =>
  specialReasons !== undefined && specialReasons.necessary && specialReasons.progress && specialReasons.workProbable;

const refused = (command: RefuseExtension, from: PlainDate, today: PlainDate): ExtensionRefused => ({
  type: 'ExtensionRefused',
  version: 1,
  data: {
    decidedOn: iso(decisionDay(command, today)),
    receivedOn: command.receivedOn,
    from: iso(from),
    ...(command.askedTo === undefined ? {} : { askedTo: command.askedTo }),
  },
  personal: {
    justification: command.justification ?? '',
    ...(command.specialReasons === undefined ? {} : { specialReasons: command.specialReasons }),
    ...backdating(command, today),
  },
});
