import Type, { type Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { decisionFields, freeText, record, revisionNumber } from '../kernel/fields.ts';
import { decideRefuseLeave, refuseLeaveMoment } from './refuse-leave.decide.ts';

export const RefuseLeave = record({
  ...decisionFields,
  request: Type.Optional(revisionNumber('Revision of the request. The last one that waits when left out.')),
  justification: Type.Optional(freeText('Why it is refused. Required.')),
});
export type RefuseLeave = Static<typeof RefuseLeave>;

export const refuseLeave = defineCommand<RefuseLeave>({
  name: 'refuseLeave',
  title: 'Avslå søknad om permisjon',
  summary: 'Refuses a request for leave. KVPF § 15; STL § 36; FVL § 25.',
  schema: RefuseLeave,
  individualDecision: true,
  roles: ['caseworker', 'approver'],
  phases: ['running', 'onLeave', 'interrupted'],
  lawOn: ({ decidedOn }) => decidedOn,
  allowed: (state, { today }) => refuseLeaveMoment(state, today),
  decide: decideRefuseLeave,
  fillIn: () => ({ justification: 'Vilkårene for permisjon er ikke oppfylt.', backdatingReason: 'Registrert i ettertid.' }),
  example: { justification: 'Det er ikke tungtveiende velferdsgrunner for fri disse dagene.' },
});
