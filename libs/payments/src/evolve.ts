import type { AnyEvent, DomainEvent } from '@kvp/lifecycle/define';
import { UnknownEventType } from '@kvp/lifecycle';
import { type PaymentsState, initialPayments } from './balance.ts';
import { paymentConfirmed, paymentRejected, paymentSettled } from './case-payments.events.ts';
import {
  paymentRunApproved,
  paymentRunCompleted,
  paymentRunOpened,
  paymentRunProposed,
  paymentRunReturned,
  payrollAnswerReceived,
} from './run.events.ts';
import { paymentFileMade } from './transfer-file/payment-file-made.events.ts';
import { type RunState, initialRun } from './run-state.ts';

/** The events of a `payments-` stream. */
export const paymentEvents: readonly AnyEvent[] = [paymentSettled, paymentConfirmed, paymentRejected];

/** The events of a `payment-run-` stream. */
export const runEvents: readonly AnyEvent[] = [
  ...[paymentRunOpened, paymentRunProposed, paymentRunReturned, paymentRunApproved, paymentRunCompleted],
  ...[payrollAnswerReceived, paymentFileMade],
];

/** The payments of a case after one more event. Throws UnknownEventType. */
export const evolvePayments = (state: PaymentsState, event: DomainEvent): PaymentsState =>
  definitionOf(paymentEvents, event).evolve(state, event) as PaymentsState;

/** A run after one more event. Throws UnknownEventType. */
export const evolveRun = (state: RunState, event: DomainEvent): RunState => definitionOf(runEvents, event).evolve(state, event) as RunState;

export const foldPayments = (events: readonly DomainEvent[]): PaymentsState => events.reduce(evolvePayments, initialPayments);
export const foldRun = (events: readonly DomainEvent[]): RunState => events.reduce(evolveRun, initialRun);

function definitionOf(definitions: readonly AnyEvent[], { type, version }: DomainEvent): AnyEvent {
  const definition = definitions.find((each) => each.type === type);
  if (definition === undefined) throw new UnknownEventType(type, version);
  return definition;
}
