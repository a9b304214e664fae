import { date, isAfter, isBefore, overlap } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, endsAfterStart } from '../kernel/guards.ts';
import { says, takesFacts } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { beforeApplication, recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { RecordOtherSupport } from './record-other-support.command.ts';
import type { OtherSupportRecorded } from './record-other-support.events.ts';
import * as refusals from './record-other-support.refusals.ts';
import { SUPPORT_KINDS } from './support-kinds.ts';

/** Registers an answer about a period. Kinds of several answers add up; none and some for the same day contradict each other. */
export function decideRecordOtherSupport(state: CaseState, command: RecordOtherSupport, { today }: Context): Decision {
  const [on, from, to] = [date(command.on), date(command.from), date(command.to)];
  const kinds = SUPPORT_KINDS.filter((kind) => command.kinds.includes(kind));
  const { otherSupport } = state.circumstances;
  const isKnown = otherSupport.some((answer) => says(answer, { from, to, kinds }));
  const isEmpty = (list: readonly string[]): boolean => list.length === 0;
  const received = state.application?.receivedOn;
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        dated(state, on, today),
        endsAfterStart(from, to),
        isAfter(to, on) && refuse(refusals.answeredBeforeEnd, []),
        received !== undefined && isBefore(to, received) && refuse(beforeApplication, [received]),
        !isBefore(to, from) &&
          otherSupport.some((answer) => isEmpty(answer.kinds) !== isEmpty(kinds) && overlap(answer, { from, to })) &&
          refuse(recordedOtherwise, [], 'KOSTRA 11CF'),
      ),
    (): readonly OtherSupportRecorded[] =>
      isKnown
        ? []
        : [
            {
              type: 'OtherSupportRecorded',
              version: 1,
              data: { on: command.on, from: command.from, to: command.to },
              personal: { kinds: [...kinds] },
            },
          ],
  );
}
