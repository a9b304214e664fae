import { type DomainEvent, defineEvent, isoDate, oneOf, record, shortText, yesOrNo } from '@kvp/lifecycle/define';
import { norwegianDate } from '@kvp/calendar';
import { formatKronerNb, ore } from '@kvp/money';
import Type, { type Static } from 'typebox';
import { count, digest, earningMonth } from './fields.ts';
import { RETURN_REASONS, RUN_KINDS, type RunState } from './run-state.ts';
import { NO_TOTALS, totalsFields } from './totals.ts';

const openedData = record({
  runId: shortText('Id of the run, as the lines of its cases name it: it tells of no municipality.'),
  month: earningMonth('The last earning month that it pays for.'),
  kind: oneOf(RUN_KINDS, 'What it pays: all that is due, or what a new rate adds to months that were settled before.'),
  payDate: isoDate('The day that it is to be paid on.'),
  openedOn: isoDate('The day that it was opened: rates that became known later do not count in it.'),
  openedBy: shortText('Opaque id of who opened it.'),
  needsApproval: yesOrNo('A second person must approve it: as the municipality had settled on the day that it was opened.'),
  onlyCase: Type.Optional(digest(32, 'The one case that it is for, hashed with the run; all cases when left out.')),
});

export type PaymentRunOpened = DomainEvent<'PaymentRunOpened', Static<typeof openedData>, null>;

const EXAMPLE_RUN = '5b0a1f0e-3a65-5a3e-9a53-0d1b8f1c2a77';
const PROVISION = 'STL § 39';

export const paymentRunOpened = defineEvent<PaymentRunOpened, RunState>({
  type: 'PaymentRunOpened',
  version: 1,
  summary: 'A payment run was opened. It settles every case once, however often it is taken up again.',
  schema: { data: openedData, personal: null },
  evolve: (state, { data: { onlyCase = null, ...opened } }) => ({ ...state, ...opened, onlyCase, status: 'opened' }),
  changes: [],
  effectiveOn: ({ data: { openedOn } }) => openedOn,
  provision: PROVISION,
  audit: ({ data: { month, payDate } }) => `Utbetalingskjøring for ${month} ble åpnet, med utbetaling ${norwegianDate(payDate)}.`,
  published: 'not published',
  example: {
    type: 'PaymentRunOpened',
    version: 1,
    data: {
      ...{ runId: EXAMPLE_RUN, month: '2026-06', kind: 'ordinary', payDate: '2026-07-20' },
      ...{ openedOn: '2026-07-06', openedBy: 'payments-1', needsApproval: false },
    },
    personal: null,
  },
});

const proposedData = record({
  totals: totalsFields,
  digests: Type.Array(digest(16, 'Of one case and its lines.'), { description: 'What is proposed, case by case, hashed with the run.' }),
});

export type PaymentRunProposed = DomainEvent<'PaymentRunProposed', Static<typeof proposedData>, null>;

export const paymentRunProposed = defineEvent<PaymentRunProposed, RunState>({
  type: 'PaymentRunProposed',
  version: 1,
  summary: 'What a run would pay waits for the approval of another person. Nothing is settled by it.',
  schema: { data: proposedData, personal: null },
  evolve: (state, { data: { totals, digests } }) => ({ ...state, totals, digests, status: 'proposed' }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'Kommuneloven § 25-1',
  audit: ({ data: { totals } }) => `Utbetalingskjøring på ${formatKronerNb(totals.gross)} er til godkjenning hos en annen.`,
  published: 'not published',
  example: { type: 'PaymentRunProposed', version: 1, data: { totals: NO_TOTALS, digests: ['9f0c1d2e3a4b5c6d'] }, personal: null },
});

const returnedData = record({
  reason: oneOf(RETURN_REASONS, 'Why it was not approved.'),
  returnedBy: shortText('Opaque id of who sent it back.'),
});

export type PaymentRunReturned = DomainEvent<'PaymentRunReturned', Static<typeof returnedData>, null>;

export const paymentRunReturned = defineEvent<PaymentRunReturned, RunState>({
  type: 'PaymentRunReturned',
  version: 1,
  summary: 'A proposed run was not approved. It is over, and nothing was paid; the next one begins anew.',
  schema: { data: returnedData, personal: null },
  evolve: (state) => ({ ...state, digests: [], status: 'returned' }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'Kommuneloven § 25-1',
  audit: () => 'Utbetalingskjøringen ble sendt tilbake, og ingenting er utbetalt.',
  published: 'not published',
  example: { type: 'PaymentRunReturned', version: 1, data: { reason: 'anomaly', returnedBy: 'approver-1' }, personal: null },
});

const approvedData = record({ approvedBy: shortText('Opaque id of who approved it.') });

export type PaymentRunApproved = DomainEvent<'PaymentRunApproved', Static<typeof approvedData>, null>;

export const paymentRunApproved = defineEvent<PaymentRunApproved, RunState>({
  type: 'PaymentRunApproved',
  version: 1,
  summary: 'A second person approved what the run proposed, and nothing else: a case that changed since is left for the next run.',
  schema: { data: approvedData, personal: null },
  evolve: (state, { data: { approvedBy } }) => ({ ...state, approvedBy, status: 'approved' }),
  changes: [],
  effectiveOn: () => undefined,
  provision: 'Kommuneloven § 25-1',
  audit: () => 'Utbetalingskjøringen ble godkjent av en annen enn den som åpnet den.',
  published: 'not published',
  example: { type: 'PaymentRunApproved', version: 1, data: { approvedBy: 'approver-1' }, personal: null },
});

const completedData = record({
  totals: totalsFields,
  leftOut: count('Cases that had changed since they were approved, and are left for the next run.'),
});

export type PaymentRunCompleted = DomainEvent<'PaymentRunCompleted', Static<typeof completedData>, null>;

export const paymentRunCompleted = defineEvent<PaymentRunCompleted, RunState>({
  type: 'PaymentRunCompleted',
  version: 1,
  summary: 'Every case of the run is settled; its payroll file can be fetched, and stays the same.',
  schema: { data: completedData, personal: null },
  evolve: (state, { data: { totals, leftOut } }) => ({ ...state, totals, leftOut, digests: [], status: 'completed' }),
  changes: [],
  effectiveOn: () => undefined,
  provision: PROVISION,
  audit: ({ data: { totals } }) =>
    `Utbetalingskjøringen er fullført: ${formatKronerNb(totals.gross)} til ${totals.participants} deltakere.`,
  published: 'not published',
  example: { type: 'PaymentRunCompleted', version: 1, data: { totals: NO_TOTALS, leftOut: 0 }, personal: null },
});

const answerData = record({
  file: digest(64, 'SHA-256 of what payroll sent, in canonical form.'),
  receivedOn: isoDate('The day it came.'),
  confirmed: count('Lines that it confirms.'),
  rejected: count('Lines that it rejects.'),
  net: Type.Integer({ minimum: 0, description: 'Net amounts that it confirms together, in øre.' }),
});

export type PayrollAnswerReceived = DomainEvent<'PayrollAnswerReceived', Static<typeof answerData>, null>;

export const payrollAnswerReceived = defineEvent<PayrollAnswerReceived, RunState>({
  type: 'PayrollAnswerReceived',
  version: 1,
  summary: 'Payroll answered for lines of the run. Each line has its own event in its case.',
  schema: { data: answerData, personal: null },
  evolve: (state, { data: { file } }) => ({ ...state, answers: [...state.answers, file] }),
  changes: [],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: PROVISION,
  audit: ({ data: { confirmed, rejected } }) => `Svar fra lønn: ${confirmed} linjer bekreftet, ${rejected} avvist.`,
  published: 'not published',
  example: {
    type: 'PayrollAnswerReceived',
    version: 1,
    data: { file: '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5'.repeat(2), receivedOn: '2026-07-21', confirmed: 1, rejected: 0, net: ore(2_358_201) },
    personal: null,
  },
});
