import { type PlainDate, date, isBefore } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened, isRegistered } from '../kernel/guards.ts';
import { says } from '../kernel/recording.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { recordedOtherwise } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import { lastDayByLaw } from '../timeline/duration.ts';
import { phase } from '../timeline/phase.ts';
import type { RecordOutcome } from './record-outcome.command.ts';
import type { OutcomeRecorded } from './record-outcome.events.ts';
import * as refusals from './record-outcome.refusals.ts';
import { SITUATIONS } from './situations.ts';

/** A programme must have run and ended, by a decision or by law. */
export const hasEnded = (state: CaseState, today: PlainDate): readonly Refusal[] =>
  inTurn(isRegistered(state), (state.start === null || phase(state, today) !== 'ended') && refuse(refusals.notEnded, []));

/** Registers what came after the programme, once; an answer that was wrong is corrected. Rulebook § 8.2; decided point 22. */
export function decideRecordOutcome(state: CaseState, command: RecordOutcome, { today }: Context): Decision {
  const on = date(command.on);
  const { mainIncome } = command;
  const situations = SITUATIONS.filter((situation) => command.situations.includes(situation));
  const isKnown = state.circumstances.outcome.some((told) => says(told, { situations, mainIncome }));
  const lastDay = state.end?.lastDay ?? lastDayByLaw(state, today);
  return decideWhen(
    hasEnded(state, today),
    () =>
      refusalsOf(
        hasHappened(on, today),
        lastDay !== null && isBefore(on, lastDay) && refuse(refusals.outcomeBeforeEnd, [lastDay]),
        situations.includes('unknown') && situations.length > 1 && refuse(refusals.unknownAndKnown, []),
        !isKnown && state.circumstances.outcome.length > 0 && refuse(recordedOtherwise, [], 'KOSTRA 11CF'),
      ),
    (): readonly OutcomeRecorded[] =>
      isKnown
        ? []
        : [{ type: 'OutcomeRecorded', version: 1, data: { on: command.on }, personal: { situations: [...situations], mainIncome } }],
  );
}
