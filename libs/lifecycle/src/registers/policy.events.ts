import { type PlainDate, date, isAfter, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { isAccountNumber } from '../kernel/account-number.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { accountNumber, isoDate, oneOf, record, shortText, yesOrNo } from '../kernel/fields.ts';
import { DEADLINE_KINDS, DEFAULT_POLICY, FOUR_EYES_COMMANDS, MONTH_MODEL_NAMES, type MunicipalityPolicy } from '../kernel/policy.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import { accountNumberInvalid } from '../register-payment-account/register-payment-account.refusals.ts';

/** A `policy-` stream, folded: the rows in the order they were set. A row says only what changes. */
export type PolicyState = readonly (Partial<MunicipalityPolicy> & { readonly effectiveFrom: PlainDate })[];

export const initialPolicy: PolicyState = [];

/** The longest lead time, in days. */
const LONGEST_LEAD = 366;

const leadTimes = record(
  Object.fromEntries(
    DEADLINE_KINDS.map((kind) => [kind, Type.Optional(Type.Integer({ minimum: 0, maximum: LONGEST_LEAD, description: 'Days ahead.' }))]),
  ),
  'Days ahead that each kind of deadline is shown as near.',
);

const data = record({
  effectiveFrom: isoDate('The first day it counts.'),
  monthModel: Type.Optional(
    oneOf(
      MONTH_MODEL_NAMES,
      'How a month is paid: A, a daily rate for each Monday to Friday; B, a twelfth of the year. Counts for decisions made under it.',
    ),
  ),
  payDay: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 28,
      description: 'Day of the month that stipend is paid on; the last working day before, when it is not one.',
    }),
  ),
  absenceClause: Type.Optional(yesOrNo('Whether a grant reserves deductions for unauthorised absence when it does not say.')),
  absenceReducesChildSupplement: Type.Optional(yesOrNo('Whether unauthorised absence takes the child supplement too.')),
  setOffShare: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 100, description: 'The most of a later payment that a set-off takes, in per cent.' }),
  ),
  paperNoticeDays: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 30,
      description: 'Working days from posting until a letter has arrived, when nothing else is proven.',
    }),
  ),
  fourEyes: Type.Optional(
    Type.Array(oneOf(FOUR_EYES_COMMANDS, 'A command that makes an individual decision.'), {
      maxItems: FOUR_EYES_COMMANDS.length,
      uniqueItems: true,
      description: 'Decisions that a second person must approve.',
    }),
  ),
  paymentRunFourEyes: Type.Optional(yesOrNo('Whether a second person must approve a payment run.')),
  paymentAccountFourEyes: Type.Optional(
    yesOrNo('Whether a second person must approve the first account of a participant; a change of it always needs one.'),
  ),
  payer: Type.Optional(
    record(
      {
        name: shortText('The name that payments are made in.', 70),
        account: accountNumber('The account that is paid from.'),
        bic: Type.String({ pattern: '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$', description: 'BIC of its bank.' }),
        agreement: Type.Optional(shortText('What the bank knows the municipality by in their agreement.', 35)),
      },
      'Where the municipality pays from, when it pays net amounts itself.',
    ),
  ),
  collectionAgencyAccount: Type.Optional(
    accountNumber('The account of the collection agency, when the municipality pays net amounts itself.'),
  ),
  leadTimes: Type.Optional(leadTimes),
});

export type PolicySet = DomainEvent<'PolicySet', Static<typeof data>, null>;

export const policySet = defineEvent<PolicySet, PolicyState>({
  type: 'PolicySet',
  version: 1,
  summary: 'The municipality settled what the law leaves to it, from a day on. What a row leaves out stays as it was.',
  schema: { data, personal: null },
  evolve: (rows, { data: { effectiveFrom, ...policy } }) => [
    ...rows,
    { ...(policy as Partial<MunicipalityPolicy>), effectiveFrom: date(effectiveFrom) },
  ],
  changes: ['payment-schedule'],
  effectiveOn: ({ data: { effectiveFrom } }) => effectiveFrom,
  provision: 'STL § 39',
  audit: ({ data: { effectiveFrom } }) => `Kommunen har fastsatt retningslinjer for programmet fra ${norwegianDate(effectiveFrom)}.`,
  published: 'not published',
  example: {
    type: 'PolicySet',
    version: 1,
    data: { effectiveFrom: '2007-11-01', monthModel: 'A', absenceReducesChildSupplement: true },
    personal: null,
  },
});

/**
 * The policy in force on a day: what the rows that have taken effect say, a later day over an earlier one, and of one day the row that
 * was set last; what no row says has its default.
 */
export function policyAt(events: readonly DomainEvent[], on: PlainDate): MunicipalityPolicy {
  const rows = events.filter(isPolicySet).reduce((state, event) => policySet.evolve(state, event), initialPolicy);
  return rows
    .filter(({ effectiveFrom }) => !isAfter(effectiveFrom, on))
    .sort((a, b) => Temporal.PlainDate.compare(a.effectiveFrom, b.effectiveFrom))
    .reduce<MunicipalityPolicy>(
      (policy, { effectiveFrom: _, ...row }) => ({ ...policy, ...row, leadTimes: { ...policy.leadTimes, ...row.leadTimes } }),
      DEFAULT_POLICY,
    );
}

/** Accounts that a policy names, and whose check digits do not agree. */
export const faultsOfPolicy = ({ payer, collectionAgencyAccount }: PolicySet['data']): readonly Refusal[] =>
  [payer?.account, collectionAgencyAccount].some((account) => account !== undefined && !isAccountNumber(account))
    ? [refuse(accountNumberInvalid, [])]
    : [];

const isPolicySet = (event: DomainEvent): event is PolicySet => event.type === policySet.type;
