import {
  type AnyEvent,
  type AnyRefusalDefinition,
  caseClaimed,
  caseEvents,
  checkpointSigned,
  identityClaimed,
  personRegistered,
  policySet,
  rateAnnounced,
  rateRefusals,
  rateWithdrawn,
  refusals as caseRefusals,
} from '@kvp/lifecycle';
import { paymentEvents, paymentRefusals, runEvents } from '@kvp/payments';
import { submitRefusals, submittedEvents } from '@kvp/reporting';
import type { StreamKind } from './stream-kind.ts';

const LOOKED_UP = 'a register that commands look things up in';

/** Every kind of stream that the log holds. A new one is a line here; what it lacks, the registry's spec says. */
export const STREAM_KINDS: readonly StreamKind[] = [
  { prefix: 'case-', oneFor: 'participant and municipality', events: Object.values(caseEvents), refusals: Object.values(caseRefusals) },
  { prefix: 'person-', oneFor: 'person', events: [personRegistered], refusals: [], inNoView: LOOKED_UP },
  { prefix: 'identity-', oneFor: 'identity number', events: [identityClaimed], refusals: [], inNoView: LOOKED_UP },
  { prefix: 'applications-', oneFor: 'person and municipality', events: [caseClaimed], refusals: [], inNoView: LOOKED_UP },
  { prefix: 'policy-', oneFor: 'municipality', events: [policySet], refusals: [] },
  { prefix: 'payments-', oneFor: 'case', events: paymentEvents, refusals: [] },
  {
    prefix: 'payment-run-',
    oneFor: 'payment run of a municipality',
    events: runEvents,
    refusals: Object.values(paymentRefusals),
    inNoView: 'a run is read from its own stream when it is asked for',
  },
  { prefix: 'rates', oneFor: 'installation', events: [rateAnnounced, rateWithdrawn], refusals: rateRefusals },
  {
    ...{ prefix: 'reports-', oneFor: 'area, report and period', events: submittedEvents, refusals: submitRefusals },
    inNoView: 'a report is read from its own stream',
  },
  {
    ...{ prefix: 'log-checkpoints', oneFor: 'installation', events: [checkpointSigned], refusals: [] },
    inNoView: 'it is about the log itself, and read from its stream',
  },
];

/** Every event of every stream by its type. */
export const events: Readonly<Record<string, AnyEvent>> = byKey(
  STREAM_KINDS.flatMap((kind) => kind.events),
  ({ type }) => type,
);

/** Every way to be refused by its code. */
export const refusals: Readonly<Record<string, AnyRefusalDefinition>> = byKey(
  STREAM_KINDS.flatMap((kind) => kind.refusals),
  ({ code }) => code,
);

const kindOfType = new Map(STREAM_KINDS.flatMap((kind) => kind.events.map(({ type }) => [type, kind] as const)));

/** The kind of stream that an event type stands in; undefined for a type that is not known. */
export const kindOf = (type: string): StreamKind | undefined => kindOfType.get(type);

/** Whether an event of the type may stand in the stream. */
export function belongsIn(stream: string, type: string): boolean {
  const prefix = kindOf(type)?.prefix;
  if (prefix === undefined) return false;
  return prefix.endsWith('-') ? stream.startsWith(prefix) : stream === prefix;
}

/** No prototype: a name from outside such as `constructor` finds nothing. Throws RangeError when two share a key. */
function byKey<Value>(values: readonly Value[], keyOf: (value: Value) => string): Readonly<Record<string, Value>> {
  const index = Object.create(null) as Record<string, Value>;
  for (const value of values) {
    const key = keyOf(value);
    if (key in index) throw new RangeError(`Two definitions are called ${key}.`);
    index[key] = value;
  }
  return Object.freeze(index);
}
