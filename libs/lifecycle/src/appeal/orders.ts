import { type PlainDate, isBefore } from '@kvp/calendar';
import Type from 'typebox';
import { shortText, yesOrNo } from '../kernel/fields.ts';
import { isBlank } from '../kernel/guards.ts';
import { type Refusal, refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import { type Appeal, type Order, pendingOrder } from '../kernel/state/appeals.ts';
import { appealNumber } from './fields.ts';
import { appealOutcomeBinds, decidedBeforeOutcome, nothingOrdered } from './orders.refusals.ts';

/** How a command says that what it carries out passes a limit: only the outcome of an appeal may (rulebook § 9.24). */
export const orderField = {
  orderReference: Type.Optional(
    shortText('The outcome of the appeal and the provision that let it pass a limit. Only for what carries out such an outcome.'),
  ),
};

/** How a decision keeps what it carries out. */
export const orderData = {
  appeal: Type.Optional(appealNumber),
  passesLimits: Type.Optional(yesOrNo('It passes a limit that only the outcome of an appeal may pass.')),
};
export const orderPersonal = { orderReference: Type.Optional(shortText('The outcome and the provision that let it pass a limit.')) };

export interface Ordered {
  readonly appeal: Appeal;
  readonly order: Order;
}

interface Referring {
  readonly orderReference?: string;
}

/** What an appeal has left for a command to do; undefined when it is a decision of its own. */
export const orderedOf = ({ appeals }: CaseState, command: string): Ordered | undefined => pendingOrder(appeals, command);

/** Whether the outcome lets the decision pass a limit: it is settled what it comes to, and the reference is given. */
export const passesLimits = (ordered: Ordered | undefined, { orderReference }: Referring): boolean =>
  ordered?.order.binding === true && !isBlank(orderReference);

/** What carries out an outcome is not older than that; and nothing passes a limit by reference to an outcome that is not there. */
export const orderLimits = (ordered: Ordered | undefined, { orderReference }: Referring, on: PlainDate): readonly Refusal[] =>
  refusalsOf(
    ordered !== undefined && isBefore(on, ordered.order.madeOn) && refuse(decidedBeforeOutcome, [ordered.order.madeOn]),
    orderReference !== undefined && ordered?.order.binding !== true && refuse(nothingOrdered, []),
  );

/** What has been settled on appeal is not decided otherwise. FVL § 34. */
export function notOtherwiseSettled({ appeals }: CaseState, command: string): Refusal | undefined {
  const binding = appeals.flatMap(({ orders }) => orders).filter(({ carriedOutIn, binding: binds }) => carriedOutIn === null && binds);
  return binding.some(({ kind, by }) => kind === 'rejection' && !by.includes(command)) ? refuse(appealOutcomeBinds, []) : undefined;
}

export const orderFacts = (ordered: Ordered | undefined, command: Referring) =>
  ordered === undefined ? {} : { appeal: ordered.appeal.number, ...(passesLimits(ordered, command) ? { passesLimits: true } : {}) };

export const orderWords = ({ orderReference }: Referring): Referring => (orderReference === undefined ? {} : { orderReference });
