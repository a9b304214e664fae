import { norwegianDate } from '@kvp/calendar';
import { type DomainEvent, defineEvent, isoDate, oneOf, record, shortText, yesOrNo } from '@kvp/lifecycle/define';
import { type Ore, formatKronerNb, ore } from '@kvp/money';
import { PAYEES } from '@kvp/stipend';
import Type, { type Static } from 'typebox';
import type { PaymentsState } from './balance.ts';
import { amount, amountOwed, earningMonth, lineReference } from './fields.ts';
import type { SettledLine } from './line.ts';

const settledLine = record({
  id: lineReference,
  month: earningMonth('The earning month.'),
  payee: oneOf(PAYEES, 'Whom it is paid to.'),
  due: amountOwed('What was due for the month, in øre.'),
  settledBefore: amount('What was settled for the month before, in øre.'),
  gross: amountOwed('What is sent to payroll, in øre; 0 when set-offs take all of it, and then nothing is sent.'),
  setOffs: Type.Array(record({ month: earningMonth('The month that was paid too much for.'), amount: amountOwed('In øre.') }), {
    description: 'What is taken off for too much paid earlier, by month.',
  }),
  noWithholding: yesOrNo('Nothing is withheld: earned in June.'),
});

const settledData = record({
  runId: shortText('The payment run, by an id that names no municipality.'),
  runMonth: earningMonth('The month that the run was for.'),
  payDate: isoDate('The day that it is to be paid on.'),
  lines: Type.Array(settledLine, { minItems: 1, description: 'One for each earning month and payee.' }),
});

export type PaymentSettled = DomainEvent<'PaymentSettled', Static<typeof settledData>, null>;

const sum = (amounts: readonly Ore[]): Ore => ore(amounts.reduce((total, each) => total + each, 0));

export const paymentSettled = defineEvent<PaymentSettled, PaymentsState>({
  type: 'PaymentSettled',
  version: 1,
  summary: 'A payment run settled what was due in a case and not settled before, and sent it to payroll.',
  schema: { data: settledData, personal: null },
  evolve: (state, { data: { runId, runMonth, payDate, lines } }) => ({
    lines: [
      ...state.lines,
      ...lines.map((line): SettledLine => {
        const status = line.gross === 0 ? 'setOff' : 'sent';
        return { ...line, runId, runMonth, payDate, status, net: null, paidOn: null };
      }),
    ],
  }),
  changes: ['settlements'],
  effectiveOn: ({ data: { payDate } }) => payDate,
  provision: 'STL § 39',
  audit: ({ data: { lines, payDate } }) =>
    `Utbetaling av ${formatKronerNb(sum(lines.map(({ gross }) => gross)))} er sendt til lønn, med utbetaling ${norwegianDate(payDate)}.`,
  published: 'not published',
  example: {
    type: 'PaymentSettled',
    version: 1,
    data: {
      runId: '5b0a1f0e-3a65-5a3e-9a53-0d1b8f1c2a77',
      runMonth: '2026-06',
      payDate: '2026-07-20',
      lines: [
        {
          ...{ id: '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5', month: '2026-06', payee: 'participant' },
          ...{ due: ore(2_358_201), settledBefore: ore(0), gross: ore(2_358_201), setOffs: [], noWithholding: true },
        },
      ],
    },
    personal: null,
  },
});

/** The state in which something has come back about a line. */
const about = (state: PaymentsState, id: string, change: Partial<SettledLine>): PaymentsState => ({
  lines: state.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
});

const confirmedData = record({
  lineId: lineReference,
  gross: amountOwed('What payroll was sent, in øre, as it repeats it.'),
  net: amountOwed('What is paid out after tax, in øre.'),
  paidOn: isoDate('The day that it was paid, or will be.'),
});

export type PaymentConfirmed = DomainEvent<'PaymentConfirmed', Static<typeof confirmedData>, null>;

export const paymentConfirmed = defineEvent<PaymentConfirmed, PaymentsState>({
  type: 'PaymentConfirmed',
  version: 1,
  summary: 'Payroll confirmed a line, with the net amount.',
  schema: { data: confirmedData, personal: null },
  evolve: (state, { data: { lineId, net, paidOn } }) => about(state, lineId, { status: 'confirmed', net, paidOn }),
  changes: ['settlements'],
  effectiveOn: ({ data: { paidOn } }) => paidOn,
  provision: 'STL § 39',
  audit: ({ data: { net, paidOn } }) => `Lønn har bekreftet utbetalingen: ${formatKronerNb(net)} etter skatt, ${norwegianDate(paidOn)}.`,
  published: 'not published',
  example: {
    type: 'PaymentConfirmed',
    version: 1,
    data: { lineId: '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5', gross: ore(2_358_201), net: ore(2_358_201), paidOn: '2026-07-20' },
    personal: null,
  },
});

/** Why a line could not be paid. */
export const REJECTION_REASONS = ['unknownPayee', 'accountClosed', 'accountMissing', 'returnedByBank', 'other'] as const;

const REASON_NB: Readonly<Record<(typeof REJECTION_REASONS)[number], string>> = {
  unknownPayee: 'mottakeren er ukjent hos lønn',
  accountClosed: 'kontoen er avsluttet',
  accountMissing: 'konto mangler',
  returnedByBank: 'banken sendte beløpet tilbake',
  other: 'annen grunn',
};

const rejectedData = record({
  lineId: lineReference,
  reason: oneOf(REJECTION_REASONS, 'Why it was not paid.'),
  rejectedOn: isoDate('The day that it was rejected.'),
});

export type PaymentRejected = DomainEvent<'PaymentRejected', Static<typeof rejectedData>, null>;

export const paymentRejected = defineEvent<PaymentRejected, PaymentsState>({
  type: 'PaymentRejected',
  version: 1,
  summary: 'Payroll or the bank rejected a line: it is due again in the next run.',
  schema: { data: rejectedData, personal: null },
  evolve: (state, { data: { lineId } }) => about(state, lineId, { status: 'rejected', net: null, paidOn: null }),
  changes: ['settlements'],
  effectiveOn: ({ data: { rejectedOn } }) => rejectedOn,
  provision: 'STL § 39',
  audit: ({ data: { reason, rejectedOn } }) =>
    `En utbetaling ble avvist ${norwegianDate(rejectedOn)} (${REASON_NB[reason]}) og forfaller på nytt i neste kjøring.`,
  published: 'not published',
  example: {
    type: 'PaymentRejected',
    version: 1,
    data: { lineId: '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5', reason: 'accountClosed', rejectedOn: '2026-07-21' },
    personal: null,
  },
});
