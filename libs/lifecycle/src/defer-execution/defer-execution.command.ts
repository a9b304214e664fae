import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { DEFERRABLE, DEFERRAL_ANSWERS, DEFERRERS, decideDeferExecution } from './defer-execution.decide.ts';

export const DeferExecution = record({
  ...appealField,
  requestedOn: Type.Optional(isoDate('The day the party asked for it, when that is not registered with the appeal.')),
  answer: Type.Optional(oneOf(DEFERRAL_ANSWERS, 'Whether the decision is to wait. Left out: only the request is registered.')),
  decidedOn: Type.Optional(isoDate('The day that was decided. Today when left out.')),
  decidedBy: Type.Optional(oneOf(DEFERRERS, 'Who decided it; the office when left out.')),
  justification: Type.Optional(freeText('Why. Required of any answer.')),
});
export type DeferExecution = Static<typeof DeferExecution>;

export const deferExecution = defineCommand<DeferExecution>({
  name: 'deferExecution',
  title: 'Utsatt iverksetting',
  summary:
    'Registers that the party asks for the decision to wait until the appeal is decided, and what was answered, with reasons. FVL § 42.',
  schema: DeferExecution,
  individualDecision: false,
  roles: ['appealHandler'],
  phases: PHASES,
  lawOn: ({ decidedOn, requestedOn }) => decidedOn ?? requestedOn,
  allowed: appealStands(DEFERRABLE),
  decide: decideDeferExecution,
  fillIn: () => ({ justification: 'Virkningene for parten er vurdert.' }),
  example: { requestedOn: '2025-02-10', answer: 'refused', decidedOn: '2025-02-12', justification: 'Vedtaket kan gjøres godt igjen.' },
});
