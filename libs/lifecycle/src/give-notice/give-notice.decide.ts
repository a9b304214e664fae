import { date, isBefore, isSame } from '@kvp/calendar';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, isBlank, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { GiveNotice } from './give-notice.command.ts';
import type { NoticeGiven } from './give-notice.events.ts';
import * as refusals from './give-notice.refusals.ts';

/**
 * Records a notice that was sent. How long the party has to answer is for the office to set: the law says only that there is a time.
 * FVL § 16.
 */
export function decideGiveNotice(state: CaseState, command: GiveNotice, { today }: Context): Decision {
  const { text, ...data } = command;
  const sentOn = date(data.sentOn);
  return decideWhen(
    isRegistered(state),
    () =>
      refusalsOf(
        dated(state, sentOn, today),
        isBlank(text) && refuse(refusals.noticeTextRequired, []),
        isBefore(date(data.answerBy), sentOn) && refuse(refusals.answerBeforeNotice, [sentOn]),
      ),
    (): readonly NoticeGiven[] =>
      isKnown(state, command) ? [] : [{ type: 'NoticeGiven', version: 1, data, personal: { considered: text } }],
  );
}

const isKnown = ({ handling }: CaseState, { about, sentOn, answerBy, text }: GiveNotice): boolean =>
  handling.notices.some(
    (notice) =>
      notice.about === about && isSame(notice.sentOn, date(sentOn)) && isSame(notice.answerBy, date(answerBy)) && notice.text === text,
  );
