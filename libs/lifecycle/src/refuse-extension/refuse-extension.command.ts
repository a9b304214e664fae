import Type, { type Static } from 'typebox';
import { SpecialReasons } from '../extend/special-reasons.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, isoDate, record } from '../kernel/fields.ts';
import { decideRefuseExtension, refuseExtensionMoment } from './refuse-extension.decide.ts';

export const RefuseExtension = record({
  ...decisionFields,
  receivedOn: isoDate('The day the request reached the office: a refusal answers somebody.'),
  askedTo: Type.Optional(isoDate('The last day that was asked for, when the request named one.')),
  specialReasons: Type.Optional(SpecialReasons),
  justification: Type.Optional(freeText('Why it is refused: the facts, and what the discretion laid weight on. Required.')),
});
export type RefuseExtension = Static<typeof RefuseExtension>;

export const refuseExtension = defineCommand<RefuseExtension>({
  name: 'refuseExtension',
  title: 'Avslå forlengelse',
  summary: 'Refuses a request for a longer programme. It ends nothing by itself: `terminate` does. STL § 32; KVPF § 2; FVL § 25.',
  schema: RefuseExtension,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today }) => refuseExtensionMoment(state, today),
  decide: decideRefuseExtension,
  fillIn: () => ({ justification: 'Mer tid gjør ikke arbeid mer sannsynlig.', backdatingReason: 'Registrert i ettertid.' }),
  example: {
    receivedOn: '2025-12-15',
    askedTo: '2026-08-02',
    justification: 'Deltakeren har nådd målet i planen, og har fått tilbud om arbeid.',
  },
});
