import { isBefore, iso } from '@kvp/calendar';
import { notOtherwiseSettled } from '../appeal/orders.ts';
import { answerFaults } from '../grant/condition-answers.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { backdating, decisionDay } from '../kernel/fields.ts';
import { awaitsDecision, datedDecision, decideWhen, isBlank, justified } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import { decidedBeforeApplication } from '../kernel/shared.refusals.ts';
import type { CaseState } from '../kernel/state.ts';
import type { RejectApplication } from './reject.command.ts';
import type { ApplicationRejected } from './reject.events.ts';
import * as refusals from './reject.refusals.ts';

/** Rejects an application. STL § 29: when the conditions are met there is a right, and the grounds are those of the day's law. */
export function decideReject(state: CaseState, command: RejectApplication, { today, law }: Context): Decision {
  const { ground, conditions = [], justification } = command;
  const received = state.application?.receivedOn;
  const unmet = conditions.filter(({ met }) => !met);
  return decideWhen(
    awaitsDecision(state),
    () =>
      refusalsOf(
        datedDecision(command, today),
        notOtherwiseSettled(state, 'reject'),
        received !== undefined && isBefore(decisionDay(command, today), received) && refuse(decidedBeforeApplication, [received]),
        !law.entry.rejectionGrounds.value.includes(ground) && refuse(refusals.unlawfulGround, [], law.entry.rejectionGrounds.provision),
        answerFaults(conditions),
        ground === 'conditionsNotMet' && conditions.length > 0 && unmet.length === 0 && refuse(refusals.noUnmetCondition, []),
        (ground !== 'conditionsNotMet' || unmet.every(({ reason }) => isBlank(reason))) && justified(command),
      ),
    (): [ApplicationRejected] => [
      {
        type: 'ApplicationRejected',
        version: 1,
        data: { decidedOn: iso(decisionDay(command, today)), ground },
        personal: { conditions, ...(justification === undefined ? {} : { justification }), ...backdating(command, today) },
      },
    ],
  );
}
