import type { PlainDate } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, isBlank } from '../kernel/guards.ts';
import { takesFacts } from '../kernel/recording.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { justificationRequired, recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { duration } from '../timeline/duration.ts';
import type { RecordPriorProgramme } from './record-prior-programme.command.ts';
import type { PriorProgrammeRecorded } from './record-prior-programme.events.ts';

/**
 * Registers what the caseworker has found to count, once. Days that have been lived in this programme under a decision stay lawful: when
 * it is registered after the start, no more is taken off than what was left that day. Rulebook § 9.19; decided points 13 and 24.
 */
export function decideRecordPriorProgramme(state: CaseState, command: RecordPriorProgramme, { today }: Context): Decision {
  const { priorCountedDays, reason, municipality } = command;
  const { priorProgramme } = state.circumstances;
  const isKnown = priorProgramme.some(({ countedDays }) => countedDays === priorCountedDays);
  return decideWhen(
    takesFacts(state),
    () =>
      refusalsOf(
        isBlank(reason) && refuse(justificationRequired, []),
        !isKnown && priorProgramme.length > 0 && refuse(recordedOtherwise, [], 'STL § 32'),
      ),
    (): readonly PriorProgrammeRecorded[] =>
      isKnown
        ? []
        : [
            {
              type: 'PriorProgrammeRecorded',
              version: 1,
              data: { priorCountedDays, ...takenOff(state, priorCountedDays, today) },
              personal: { reason, ...(municipality === undefined ? {} : { municipality }) },
            },
          ],
  );
}

type TakenOff = Pick<PriorProgrammeRecorded['data'], 'afterStart' | 'ordinaryDays' | 'absoluteDays'>;

function takenOff(state: CaseState, days: number, today: PlainDate): TakenOff {
  const { start } = state;
  if (start === null) return { afterStart: false, ordinaryDays: days, absoluteDays: days };
  const { countedDays } = duration(state, today);
  const atMost = (limit: number): number => Math.min(days, Math.max(0, limit - countedDays));
  return { afterStart: true, ordinaryDays: atMost(start.ordinaryDays), absoluteDays: atMost(start.absoluteDays) };
}
