import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { record, revisionNumber } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { decideIssueLetter } from './issue-letter.decide.ts';

export const IssueLetter = record({
  about: revisionNumber('Revision of what the letter is about: a decision, an interim reply, a notice beforehand.'),
});
export type IssueLetter = Static<typeof IssueLetter>;

export const issueLetter = defineCommand<IssueLetter>({
  name: 'issueLetter',
  title: 'Lag brev',
  summary: 'Makes the letter about a decision in the language of the case, and keeps the bytes that are sent. FVL §§ 23–27.',
  schema: IssueLetter,
  individualDecision: false,
  roles: ['caseworker', 'approver', 'appealHandler'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: isRegistered,
  decide: decideIssueLetter,
  example: { about: 1 },
});
