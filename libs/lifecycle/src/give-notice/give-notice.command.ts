import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { freeText, isoDate, oneOf, record } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { COMMAND_OF } from '../kernel/state/decisions.ts';
import { decideGiveNotice } from './give-notice.decide.ts';

/** The commands that a notice can be about: all that make individual decisions. */
const NOTICE_ABOUT: readonly string[] = [...new Set(Object.values(COMMAND_OF))];

export const GiveNotice = record({
  about: oneOf(NOTICE_ABOUT, 'Which decision the office considers: the name of its command.'),
  sentOn: isoDate('The day the notice was sent.'),
  answerBy: isoDate('The last day to answer. From the day after it, or once it is answered, the decision can be made.'),
  text: freeText('What the office considers, and why.'),
});
export type GiveNotice = Static<typeof GiveNotice>;

export const giveNotice = defineCommand<GiveNotice>({
  name: 'giveNotice',
  title: 'Varsle om vedtak',
  summary: 'Tells the party beforehand of a decision that the office considers, with time to answer. FVL § 16.',
  schema: GiveNotice,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: ({ sentOn }) => sentOn,
  allowed: isRegistered,
  decide: decideGiveNotice,
  fillIn: () => ({ text: 'Kontoret vurderer å fatte vedtak i saken.' }),
  example: {
    about: 'terminate',
    sentOn: '2025-04-07',
    answerBy: '2025-04-22',
    text: 'Du har ikke møtt siden 3. mars. Vi vurderer å avslutte programmet.',
  },
});
