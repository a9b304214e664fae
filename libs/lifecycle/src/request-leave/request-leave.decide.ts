import { type Period, type PlainDate, date, isBefore, isSame } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, endsAfterStart, inProgramme } from '../kernel/guards.ts';
import { type Refusal, refusalsOf } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { RequestLeave } from './request-leave.command.ts';
import type { LeaveRequested } from './request-leave.events.ts';

/** Leave is asked for by someone who is in the programme. */
export const requestLeaveMoment = (state: CaseState, on: PlainDate): readonly Refusal[] => inProgramme(state, on);

/** Registers a request for leave. One that waits already for the same days is not registered again. KVPF § 15; STL § 36. */
export function decideRequestLeave(state: CaseState, command: RequestLeave, { today }: Context): Decision {
  const { receivedOn, from, to, provision, ...told } = command;
  const days = { from: date(from), to: date(to) };
  return decideWhen(
    requestLeaveMoment(state, today),
    () =>
      refusalsOf(
        dated(state, date(receivedOn), today),
        endsAfterStart(days.from, days.to),
        isBefore(days.to, days.from) ? undefined : [...inProgramme(state, days.from), ...inProgramme(state, days.to)].slice(0, 1),
      ),
    (): readonly LeaveRequested[] =>
      isWaiting(state, date(receivedOn), days)
        ? []
        : [
            {
              type: 'LeaveRequested',
              version: 1,
              data: { receivedOn, from, to },
              personal: { ...told, ...(provision === undefined ? {} : { provisionAsked: provision }) },
            },
          ],
  );
}

const isWaiting = ({ absences }: CaseState, receivedOn: PlainDate, { from, to }: Period): boolean =>
  absences.leaveRequests.some(
    (request) =>
      request.settledBy === null && isSame(request.receivedOn, receivedOn) && isSame(request.from, from) && isSame(request.to, to),
  );
