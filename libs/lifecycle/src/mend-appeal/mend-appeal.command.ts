import Type, { type Static } from 'typebox';
import { appealField } from '../appeal/fields.ts';
import { appealStands } from '../appeal/named-appeal.ts';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { PHASES } from '../kernel/state.ts';
import { FORM_REQUIREMENTS } from '../kernel/state/appeals.ts';
import { decideMendAppeal } from './mend-appeal.decide.ts';

export const MendAppeal = record({
  ...appealField,
  mendedOn: isoDate('The day it came.'),
  mended: Type.Optional(
    Type.Array(oneOf(FORM_REQUIREMENTS, 'What it lacked.'), {
      maxItems: 5,
      uniqueItems: true,
      description: 'What the appeal now has. All that it lacked when nothing is named, and no other day is.',
    }),
  ),
  postedOn: Type.Optional(isoDate('The day the appeal was posted, when that is proven now. FVL § 30.')),
  receivedOn: Type.Optional(isoDate('The day the appeal really reached the office, when that was registered wrongly.')),
  wants: Type.Optional(freeText('The change that is asked for, as the party now says it.')),
  grounds: Type.Optional(freeText('What it rests on, as the party now says it.')),
});
export type MendAppeal = Static<typeof MendAppeal>;

export const mendAppeal = defineCommand<MendAppeal>({
  name: 'mendAppeal',
  title: 'Registrer retting av klage',
  summary:
    'Registers that the party made good what an appeal lacked, when it is proven to have been posted, or when it really came. FVL §§ 30 and 32.',
  schema: MendAppeal,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: ({ mendedOn }) => mendedOn,
  allowed: appealStands(['received']),
  decide: decideMendAppeal,
  example: { mendedOn: '2025-02-17', mended: ['signed'] },
});
