import { type PlainDate, date, isBefore, iso, latest, reachesAge } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { takesFacts } from '../kernel/recording.ts';
import { decideWhen, endsAfterStart, hasHappened } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { RecordChild } from './record-child.command.ts';
import type { ChildRecorded } from './record-child.events.ts';
import * as refusals from './record-child.refusals.ts';

/**
 * Registers a supported child under 18. Whether the other parent has the supplement too is not asked: both may (KVPF § 3;
 * rulebook § 9.13). Twins share a birth date, so that two children alike are two children.
 */
export function decideRecordChild(state: CaseState, command: RecordChild, { today }: Context): Decision {
  const birthDate = date(command.birthDate);
  const from = command.from === undefined ? birthDate : date(command.from);
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        hasHappened(birthDate, today),
        command.claimedOn !== undefined && hasHappened(date(command.claimedOn), today),
        isBefore(from, birthDate) && refuse(refusals.supportBeforeBirth, []),
        endsAfterStart(from, command.to === undefined ? null : date(command.to)),
        !isBefore(latest(from, ...firstStipendDay(state)), reachesAge(birthDate, 18)) && refuse(refusals.childNotUnder18, []),
      ),
    (): [ChildRecorded] => [
      {
        type: 'ChildRecorded',
        version: 1,
        data: command.claimedOn === undefined ? {} : { claimedOn: command.claimedOn },
        personal: { birthDate: command.birthDate, from: iso(from), ...(command.to === undefined ? {} : { to: command.to }) },
      },
    ],
  );
}

/** The first day that a supplement could be paid for, as far as it is known. */
const firstStipendDay = ({ start, grant, application }: CaseState): readonly PlainDate[] =>
  [start?.on ?? grant?.period.from ?? application?.receivedOn].flatMap((day) => day ?? []);
