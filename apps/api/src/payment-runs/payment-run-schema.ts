import { ANOMALY_KINDS, LINE_STANDINGS, REJECTION_REASONS, RETURN_REASONS, RUN_KINDS } from '@kvp/payments';
import {
  type Schema,
  count,
  day,
  dayOrNull,
  describe,
  kroner,
  list,
  object,
  text,
  textOrNull,
  uuid,
  yesOrNo,
} from '../openapi/schema-parts.ts';

const month: Schema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
const lineId: Schema = { type: 'string', pattern: '^[0-9a-f]{32}$' };
const wholeOre: Schema = { type: 'integer', minimum: 0, maximum: 1_000_000_000 };
const closed = (properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema => ({
  ...{ type: 'object', additionalProperties: false, required, properties },
});

export const runBodySchema: Schema = closed(
  {
    month: describe(month, 'Siste opptjeningsmåned kjøringen betaler for. Den må være over.'),
    kind: {
      type: 'string',
      enum: [...RUN_KINDS],
      description: 'ordinary: alt som forfaller. regulation: det en ny sats gir i måneder som er betalt.',
    },
    caseId: { type: 'string', format: 'uuid', description: 'Én sak alene; alle i kommunen når den utelates.' },
  },
  ['month'],
);
export const runExample = { month: '2026-06' };

export const returnBodySchema: Schema = closed(
  { reason: { type: 'string', enum: [...RETURN_REASONS], description: 'Hvorfor kjøringen ikke godkjennes.' } },
  ['reason'],
);

/** Payroll's answers: of each line either that it is paid, or why not. */
export const answersBodySchema: Schema = closed(
  {
    confirmed: {
      type: 'array',
      maxItems: 100_000,
      description: 'Linjer som er utbetalt eller blir det.',
      items: closed(
        {
          lineId: describe(lineId, 'Som i lønnsfilen.'),
          grossOre: describe(wholeOre, 'Bruttobeløpet, slik det ble sendt, i øre.'),
          netOre: describe(wholeOre, 'Det som utbetales etter skattetrekk, i øre.'),
          paidOn: describe(day, 'Dagen det utbetales.'),
        },
        ['lineId', 'grossOre', 'netOre', 'paidOn'],
      ),
    },
    rejected: {
      type: 'array',
      maxItems: 100_000,
      description: 'Linjer som ikke kan utbetales: de forfaller på nytt i neste kjøring.',
      items: closed(
        {
          lineId: describe(lineId, 'Som i lønnsfilen.'),
          reason: { type: 'string', enum: [...REJECTION_REASONS], description: 'Hvorfor den ikke ble betalt.' },
          rejectedOn: describe(day, 'Dagen den ble avvist.'),
        },
        ['lineId', 'reason', 'rejectedOn'],
      ),
    },
  },
  ['confirmed', 'rejected'],
);
const ID = '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5';
export const answersExample = { confirmed: [{ lineId: ID, grossOre: 2_358_201, netOre: 2_358_201, paidOn: '2026-07-20' }], rejected: [] };

const totals = object({ participants: count, lines: count, gross: kroner, backPayment: kroner, setOff: kroner, claims: kroner });
const report = object({
  totals,
  changes: describe(list(object({ caseId: uuid, before: kroner, now: kroner })), 'De største endringene fra måneden før'),
  anomalies: list(object({ caseId: uuid, kind: { type: 'string', enum: [...ANOMALY_KINDS] }, measure: { type: 'integer' } })),
  anomalyCounts: { type: 'object', additionalProperties: count },
});
const run = object({
  ...{ reference: describe(text, '«2026-06-1»: måneden og nummeret'), month, number: count, kind: text, status: text },
  ...{ payDate: day, openedOn: day, openedBy: text, needsApproval: yesOrNo, approvedBy: textOrNull, oneCase: yesOrNo },
  paymentFile: {
    oneOf: [
      { type: 'null' },
      object({
        ...{ madeAt: text, executionDate: day, transfers: count, net: kroner },
        sha256: describe(text, 'Av innholdet: det er det samme hver gang filen hentes'),
      }),
    ],
    description: 'Betalingsfilen som er laget av kjøringen; null når ingen er det',
  },
  ...{ totals, leftOut: describe(count, 'Saker som var endret siden godkjenningen, og er overlatt til neste kjøring'), answers: count },
});
const line = object({
  ...{ lineId, caseId: uuid, month, payee: text, due: kroner, settledBefore: kroner, gross: kroner },
  ...{ setOffs: list(object({ month, amount: kroner })), noWithholding: yesOrNo, payDate: day, status: text },
  ...{ net: textOrNull, paidOn: dayOrNull },
});
const counted = object({ lines: count, gross: kroner, net: kroner });
const reconciled = { sent: counted, confirmed: counted, rejected: counted, open: counted };

export const settledColumns: Readonly<Record<string, Schema>> = {
  planned: describe(kroner, 'Det måneden ville gitt uten fravær, arbeid og andre ytelser'),
  settled: describe(kroner, 'Det som er sendt og ikke avvist, motregning medregnet'),
  difference: describe(kroner, 'Det som gjenstår; under null er det betalt for mye'),
  payDate: describe(day, 'Utbetalingsdagen, siste virkedag før når den ikke er det'),
  standing: { type: 'string', enum: [...LINE_STANDINGS] },
};

/** Payment runs, and what the doors tell of them. */
export const paymentRunSchemas: Readonly<Record<string, Schema>> = {
  PaymentRun: { type: 'object', required: ['run'], properties: { run, report } },
  PaymentRunTried: object({ dryRun: { const: true }, payDate: day, report }),
  PaymentRunAnswer: {
    type: 'object',
    properties: { run, report, events: list(text), dryRun: { const: true }, payDate: day },
  },
  PaymentRuns: object({ runs: list(run) }),
  PaymentRunDetails: object({ run, lines: list(line) }),
  PayrollFile: object({
    ...{ reference: text, payDate: day, lineCount: count, sumOre: count },
    lines: list(
      object({ lineId, caseId: uuid, payee: text, earningMonth: month, grossOre: count, incomeCode: text, noWithholding: yesOrNo }),
    ),
  }),
  PaymentFile: object({
    run,
    checked: describe(text, '«structure»: meldingens oppbygning og summer er kontrollert her, ikke skjemaet til banken'),
    note: text,
  }),
  Reconciliation: object({ reference: text, ...reconciled, days: list(object({ day, ...reconciled })) }),
};
