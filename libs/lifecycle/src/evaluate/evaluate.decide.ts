import { type PlainDate, contains, date, isAfter, isSame } from '@kvp/calendar';
import { evaluationOutsidePeriod } from '../grant/grant.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { decideWhen, hasHappened, inProgramme, isBlank, isGranted } from '../kernel/guards.ts';
import { type Refusal, inTurn, refusalsOf, refuse } from '../kernel/refusal.ts';
import { notInProgramme } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { Evaluation } from '../kernel/state/handling.ts';
import type { EvaluateProgramme } from './evaluate.command.ts';
import type { ProgrammeEvaluated } from './evaluate.events.ts';
import * as refusals from './evaluate.refusals.ts';

/** Once the programme has started, and still after its end: the last evaluation may be written down then. */
export const evaluateMoment = (state: CaseState, { today }: Context): readonly Refusal[] =>
  inTurn(isGranted(state), state.start === null && refuse(notInProgramme, [today]));

/** Records an evaluation that was held on a day in the programme. KVPF § 1. */
export function decideEvaluate(state: CaseState, command: EvaluateProgramme, context: Context): Decision {
  const { heldOn, summary, participantView, next } = command;
  const on = date(heldOn);
  const before = state.handling.evaluations.find((evaluation) => isSame(evaluation.heldOn, on));
  if (before !== undefined && isSaid(before, command)) return { events: [] };
  return decideWhen(
    evaluateMoment(state, context),
    () =>
      refusalsOf(
        hasHappened(on, context.today),
        inProgramme(state, on),
        isBlank(summary) && refuse(refusals.evaluationSummaryRequired, []),
        before !== undefined && refuse(refusals.evaluationAlreadyRecorded, [on]),
        next === undefined ? undefined : nextOne(state, on, date(next)),
      ),
    (): [ProgrammeEvaluated] => [
      {
        type: 'ProgrammeEvaluated',
        version: 1,
        data: { heldOn, ...(next === undefined ? {} : { next }) },
        personal: { summary, ...(participantView === undefined ? {} : { participantView }) },
      },
    ],
  );
}

const isSaid = (before: Evaluation, { summary, participantView, next }: EvaluateProgramme): boolean =>
  before.summary === summary && before.participantView === participantView && before.nextOn?.toString() === next;

const nextOne = (state: CaseState, heldOn: PlainDate, next: PlainDate): readonly Refusal[] =>
  refusalsOf(
    !isAfter(next, heldOn) && refuse(refusals.nextBeforeEvaluation, [heldOn]),
    !state.decisionPeriods.some((period) => contains(period, next)) && refuse(evaluationOutsidePeriod, []),
  );
