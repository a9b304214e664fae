import { type PlainDate, date, isAfter, isBefore, norwegianDate } from '@kvp/calendar';
import type { Static } from 'typebox';
import type { MunicipalityPolicy } from '../kernel/command.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record, yesOrNo } from '../kernel/fields.ts';

/** A `policy-` stream, folded: the rows in the order they were set. */
export type PolicyState = readonly (MunicipalityPolicy & { readonly effectiveFrom: PlainDate })[];

export const initialPolicy: PolicyState = [];

/** What counts where the municipality has settled nothing. Decided points 2 and 8. */
export const DEFAULT_POLICY: MunicipalityPolicy = { monthModel: 'A', absenceReducesChildSupplement: true };

const data = record({
  effectiveFrom: isoDate('The first day it counts.'),
  monthModel: oneOf(['A'], 'How a month is paid: A, a daily rate for each Monday to Friday.'),
  absenceReducesChildSupplement: yesOrNo('Whether unauthorised absence takes the child supplement too.'),
});

export type PolicySet = DomainEvent<'PolicySet', Static<typeof data>, null>;

export const policySet = defineEvent<PolicySet, PolicyState>({
  type: 'PolicySet',
  version: 1,
  summary: 'The municipality settled what the law leaves to it, from a day on.',
  schema: { data, personal: null },
  evolve: (rows, { data: { effectiveFrom, ...policy } }) => [...rows, { ...policy, effectiveFrom: date(effectiveFrom) }],
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { effectiveFrom } }) => effectiveFrom,
  provision: 'STL § 39',
  audit: ({ data: { effectiveFrom } }) => `Kommunens retningslinjer for stønaden gjelder fra ${norwegianDate(effectiveFrom)}.`,
  published: 'not published',
  example: {
    type: 'PolicySet',
    version: 1,
    data: { effectiveFrom: '2007-11-01', monthModel: 'A', absenceReducesChildSupplement: true },
    personal: null,
  },
});

/** The policy in force on a day: of the rows that have taken effect the latest, and of two from one day the one set last. */
export function policyAt(events: readonly DomainEvent[], on: PlainDate): MunicipalityPolicy {
  const rows = events.filter(isPolicySet).reduce((state, event) => policySet.evolve(state, event), initialPolicy);
  const begun = rows.filter(({ effectiveFrom }) => !isAfter(effectiveFrom, on));
  const [first, ...rest] = begun;
  if (first === undefined) return DEFAULT_POLICY;
  const { monthModel, absenceReducesChildSupplement } = rest.reduce(
    (best, next) => (isBefore(next.effectiveFrom, best.effectiveFrom) ? best : next),
    first,
  );
  return { monthModel, absenceReducesChildSupplement };
}

const isPolicySet = (event: DomainEvent): event is PolicySet => event.type === policySet.type;
