import { MONTH_MODEL_NAMES } from '@kvp/lifecycle';
import { MONTH_MODELS, PAYEES, REDUCTION_KINDS } from '@kvp/stipend';
import { settledColumns } from '../payment-runs/payment-run-schema.ts';
import { type Schema, count, day, describe, kroner, list, object, orNull, ref, text, uuid, yesOrNo } from './schema-parts.ts';

const payee: Schema = { type: 'string', enum: [...PAYEES] };

const rule = object({ kind: text, value: text, provision: text, effectiveFrom: day, grade: text });

const reduction = object({
  kind: { type: 'string', enum: [...REDUCTION_KINDS] },
  rule: object({ provision: text, effectiveFrom: day, grade: text }),
  recordedIn: describe(list(count), 'Revisjonene det bygger på'),
  measure: describe(text, 'Timer i uka med arbeid, timer av dagen med fravær, eller kroner per dag av en ytelse'),
  stipend: describe(text, 'Det som går av dagens stønad'),
  supplement: describe(text, 'Det som går av dagens barnetillegg'),
});

const pay = object({
  daily: describe(text, 'Eksakt dagsats, som brøk når det trengs'),
  G: rule,
  factor: rule,
  ageFraction: orNull(rule),
  daysPerYear: rule,
  supplement: text,
  children: count,
  childrenIn: describe(list(count), 'Revisjonene som barna er registrert i'),
  childRate: rule,
  claimedIn: describe(orNull(count), 'Revisjonen som gir innkrevingsmyndigheten barnetillegget'),
  reductions: list(reduction),
  paid: describe(object({ stipend: text, supplement: text }), 'Det som er igjen av dagens stønad og barnetillegg'),
});

const ground = object({ provision: text, recordedIn: count });

const segment = object({
  ...{ from: day, to: day, days: count, state: text },
  decidedIn: describe(orNull(count), 'Revisjonen av vedtaket som dekker dagene'),
  model: describe({ type: 'string', enum: [...MONTH_MODEL_NAMES] }, 'Hvordan vedtaket betaler måneden: A per dag, B per tolvdel'),
  because: describe(orNull(ground), 'Pausen eller fraværet dagene er'),
  pay: orNull(pay),
});

const line = object(
  {
    month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
    payee,
    stipendDays: count,
    amount: kroner,
    stipend: kroner,
    childSupplement: kroner,
    exact: describe(text, 'Summen før avrunding'),
    noWithholding: describe(yesOrNo, 'Måneden er uten skattetrekk'),
    ratesRevision: describe(text, 'Satsene som linjen er regnet ut etter: regelboken, og hvor mange kunngjøringer etter den'),
    model: object({ name: { type: 'string', enum: Object.keys(MONTH_MODELS) }, version: count }),
    segments: list(segment),
    ...settledColumns,
  },
  {
    examples: [
      {
        ...{ month: '2026-06', payee: 'participant', stipendDays: 22, amount: '23582.01', stipend: '23582.01', childSupplement: '0.00' },
        ...{ exact: '589550247/25000', noWithholding: true, ratesRevision: '2026-07-02' },
        ...{ model: { name: 'A', version: 1 }, segments: [], planned: '23582.01', settled: '0.00', difference: '23582.01' },
        ...{ payDate: '2026-07-20', standing: 'due' },
      },
    ],
  },
);

const dayValue: Schema = {
  type: 'object',
  required: ['state', 'kroner'],
  properties: {
    state: text,
    kroner: describe(text, 'Eksakt, som brøk når det trengs'),
    toAgency: describe(text, 'Det av dem som går til innkrevingsmyndigheten; utelatt når ingenting gjør det'),
  },
};

/** What is due, and what a command would change in it. A spec holds the running system to them. */
export const scheduleSchemas: Readonly<Record<string, Schema>> = {
  Schedule: object({ caseId: uuid, revision: count, months: list(line) }),
  LineExplanation: object({
    ...{
      caseId: uuid,
      line: text,
      month: text,
      payee,
      knownAt: text,
      amount: kroner,
      exact: text,
      stipendDays: count,
      ratesRevision: text,
    },
    ...{ model: object({ name: text, version: count }), noWithholding: yesOrNo, lifted: text },
    runs: list({ type: 'object', description: 'Like dager, med hva de gir linjen' }),
    rates: list({ type: 'object', description: 'Satsene som er brukt, med hjemmel og kilde' }),
    events: list({ type: 'object', description: 'Hendelsene linjen bygger på, med hvem og når' }),
    checks: list(object({ what: text, sum: text, stated: text, holds: yesOrNo })),
  }),
  Portfolio: object({
    ...{ cases: count, gain: count, lose: count, unchanged: count, difference: kroner },
    months: describe(
      list(object({ month: text, gain: count, lose: count, before: kroner, after: kroner, difference: kroner })),
      'Månedene der noe blir annerledes, for sakene der det blir det',
    ),
    changes: describe(
      list(object({ caseId: uuid, reference: text, before: kroner, after: kroner, difference: kroner })),
      'Sakene der noe blir annerledes, den største forskjellen først',
    ),
  }),
  WhatIf: object({ caseId: uuid, revision: count, events: list(ref('Event')), schedule: ref('ScheduleChange') }),
  ScheduleChange: object(
    {
      months: list(object({ month: text, payee, before: kroner, after: kroner })),
      days: list(object({ from: day, to: day, days: count, before: orNull(dayValue), after: orNull(dayValue) })),
    },
    { description: 'Hva som ville blitt endret i utbetalingsplanen' },
  ),
};
