import type { CaseState } from '@kvp/lifecycle';
import type { Deadline, Deadlines, LawAt } from './deadline.ts';
import { appealHandling, appealMend, costsClaim, deferral, detrimentNotice, orders } from './kinds/appeals.ts';
import { interimReply, start } from './kinds/application.ts';
import { interruptionYear } from './kinds/interruption-year.ts';
import { leaveEnd, leaveRequest } from './kinds/leave.ts';
import { maximum } from './kinds/maximum.ts';
import { appeal, noticeUnopened, statement } from './kinds/notice.ts';
import { decisionPeriods } from './kinds/periods.ts';
import { evaluation, selfCertificateReview } from './kinds/follow-up.ts';
import { correctionReview, proposal } from './kinds/second-look.ts';

const ALL: readonly Deadlines[] = [
  ...[interimReply, start, decisionPeriods, interruptionYear, maximum, leaveEnd, leaveRequest],
  ...[selfCertificateReview, evaluation, statement, appeal, noticeUnopened, correctionReview, proposal],
  ...[appealMend, appealHandling, orders, deferral, detrimentNotice, costsClaim],
];

/**
 * Everything that falls due, or has fallen due, in a case: settled deadlines too. A function of what is stored and the law alone, so that
 * what a read model keeps never depends on a day. What moves with today (two counted years, while a pause that does not count is open)
 * is left out until a stored fact fixes it: it cannot be reached before that.
 */
export const deadlinesOf = (state: CaseState, lawAt: LawAt): readonly Deadline[] =>
  state.application === null || state.abandoned ? [] : ALL.flatMap((deadlines) => deadlines(state, lawAt));
