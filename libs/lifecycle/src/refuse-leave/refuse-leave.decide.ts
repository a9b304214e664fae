import { type PlainDate, isBefore, iso } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { datedDecision, decideWhen, inProgramme, justified } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { LeaveRequest } from '../kernel/state/absences.ts';
import { waiting } from '../request-leave/settled.ts';
import type { RefuseLeave } from './refuse-leave.command.ts';
import type { LeaveRefused } from './refuse-leave.events.ts';
import * as refusals from './refuse-leave.refusals.ts';

/** In the programme, with a request that waits. */
export const refuseLeaveMoment = (state: CaseState, on: PlainDate): readonly Refusal[] =>
  inTurn(inProgramme(state, on), waiting(state.absences).length === 0 && refuse(refusals.noRequestWaiting, []));

/** Refuses a request for leave: an individual decision, with reasons. Rulebook § 6.2; FVL § 25. */
export function decideRefuseLeave(state: CaseState, command: RefuseLeave, { today }: Context): Decision {
  const decidedOn = decisionDay(command, today);
  const request = requestNamed(state, command);
  return decideWhen(
    refuseLeaveMoment(state, decidedOn),
    () =>
      refusalsOf(
        datedDecision(command, today),
        justified(command),
        request === undefined
          ? refuse(refusals.noSuchRequest, [command.request ?? -1])
          : isBefore(decidedOn, request.receivedOn) && refuse(refusals.refusedBeforeRequest, [request.receivedOn]),
      ),
    () => (request === undefined ? [] : [refused(command, request, today)]),
  );
}

const requestNamed = ({ absences }: CaseState, { request }: RefuseLeave): LeaveRequest | undefined =>
  request === undefined ? waiting(absences).at(-1) : waiting(absences).find(({ recordedIn }) => recordedIn === request);

const refused = (command: RefuseLeave, { recordedIn }: LeaveRequest, today: PlainDate): LeaveRefused => ({
  type: 'LeaveRefused',
  version: 1,
  data: { decidedOn: iso(decisionDay(command, today)), request: recordedIn },
  personal: { justification: command.justification ?? '', ...backdating(command, today) },
});
