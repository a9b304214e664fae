import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, record, yesOrNo } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { decideForwardAppeal } from './forward-appeal.decide.ts';

export const ForwardAppeal = record({
  ...appealField,
  on: Type.Optional(isoDate('The day it was sent to statsforvalteren. Today when left out.')),
  statement: Type.Optional(
    freeText('What the office says of the appeal, point by point, and why it did not change the decision. Required.'),
  ),
  incompleteReason: Type.Optional(
    freeText('Why it is sent although the file lacks something. Required when it does; the refusal tells what.'),
  ),
  copySentOn: Type.Optional(isoDate('The day the party got a copy of that. The day it was forwarded when left out.')),
  urgent: Type.Optional(yesOrNo('Whether statsforvalteren is told that it is urgent.')),
});
export type ForwardAppeal = Static<typeof ForwardAppeal>;

export const forwardAppeal = defineCommand<ForwardAppeal>({
  name: 'forwardAppeal',
  title: 'Oversend klage',
  summary: 'Sends an appeal to statsforvalteren with what the office says of it; the party gets a copy. FVL § 33; STL § 47.',
  schema: ForwardAppeal,
  individualDecision: false,
  roles: ['appealHandler'],
  phases: PHASES,
  lawOn: ({ on }) => on,
  allowed: appealStands(['upheld']),
  decide: decideForwardAppeal,
  fillIn: () => ({
    statement: 'Kontoret har vurdert klagen, og vedtaket blir stående.',
    incompleteReason: 'Dokumentene ettersendes.',
  }),
  example: {
    on: '2025-03-10',
    statement: 'Arbeidsevnevurderingen viser at vilkåret i § 29 ikke er oppfylt.',
    incompleteReason: 'Legeerklæringen ettersendes.',
  },
});
