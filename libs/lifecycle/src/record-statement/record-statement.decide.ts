import { type PlainDate, date, isAfter, isBefore, isSame } from '@kvp/calendar';
import { answerBeforeNotice } from '../give-notice/give-notice.refusals.ts';
import type { Context, Decision } from '../kernel/command.ts';
import { dated, decideWhen, isBlank, isRegistered } from '../kernel/guards.ts';
import { refusalsOf, refuse } from '../kernel/refusal.ts';
import type { CaseState } from '../kernel/state.ts';
import type { AdvanceNotice } from '../kernel/state/handling.ts';
import type { RecordStatement } from './record-statement.command.ts';
import type { StatementRecorded } from './record-statement.events.ts';
import * as refusals from './record-statement.refusals.ts';

/** Records what the party says. An answer after the time is recorded as late, and heard all the same. FVL § 16; STL § 42. */
export function decideRecordStatement(state: CaseState, command: RecordStatement, { today }: Context): Decision {
  const { receivedOn, text } = command;
  const on = date(receivedOn);
  const notice = answered(state, command, on);
  return decideWhen(
    isRegistered(state),
    () =>
      refusalsOf(
        dated(state, on, today),
        isBlank(text) && refuse(refusals.statementRequired, []),
        command.notice !== undefined && notice === undefined && refuse(refusals.noticeNotFound, []),
        notice !== undefined && isBefore(on, notice.sentOn) && refuse(answerBeforeNotice, [notice.sentOn]),
      ),
    (): readonly StatementRecorded[] =>
      isKnown(state, command, on)
        ? []
        : [
            {
              type: 'StatementRecorded',
              version: 1,
              data: {
                receivedOn,
                ...(notice === undefined ? {} : { notice: notice.recordedIn }),
                late: notice !== undefined && isAfter(on, notice.answerBy),
              },
              personal: { statement: text },
            },
          ],
  );
}

/** The notice that is named; without a name, the last one that had been sent by then and waits. */
const answered = ({ handling: { notices } }: CaseState, command: RecordStatement, on: PlainDate): AdvanceNotice | undefined =>
  command.notice === undefined
    ? notices.findLast(({ sentOn, answeredOn }) => answeredOn === null && !isAfter(sentOn, on))
    : notices.find(({ recordedIn }) => recordedIn === command.notice);

/** Two answers in the same words on the same day are one, unless they name two notices. */
const isKnown = ({ handling }: CaseState, { notice, text }: RecordStatement, on: PlainDate): boolean =>
  handling.statements.some(
    (statement) => isSame(statement.receivedOn, on) && statement.text === text && (notice === undefined || statement.notice === notice),
  );
