import { describe, expect, test } from '@jest/globals';
import { noticeGiven } from '../give-notice/give-notice.events.ts';
import { applied, given, recordStatement } from '../testing/index.ts';
import { statementRecorded } from './record-statement.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const notice = noticeGiven.example; // revision 1: sent 7 April, answer by 22 April
const later = { ...notice, data: { ...notice.data, about: 'pause', sentOn: '2025-04-10', answerBy: '2025-04-25' } } as const; // revision 2
const text = 'Jeg har vært syk.';

describe('recordStatement', () => {
  test('unasked, it is what the party thinks (STL § 42)', () => {
    given(application)
      .when(recordStatement({ receivedOn: '2025-04-14', text }))
      .then({ type: 'StatementRecorded', data: { receivedOn: '2025-04-14', late: false }, personal: { statement: text } });
  });

  test('it answers the notice that it names, else the last one that waits', () => {
    given(application, notice, later)
      .when(recordStatement({ receivedOn: '2025-04-14', text, notice: 1 }))
      .then({ type: 'StatementRecorded', data: { notice: 1 } });
    given(application, notice, later)
      .when(recordStatement({ receivedOn: '2025-04-14', text }))
      .then({ type: 'StatementRecorded', data: { notice: 2 } });
    given(application, notice, later)
      .when(recordStatement({ receivedOn: '2025-04-09', text }), { today: '2025-04-14' })
      .then({ type: 'StatementRecorded', data: { notice: 1 } });
  });

  test('an answer in time, and one the day after', () => {
    given(application, notice)
      .when(recordStatement({ receivedOn: '2025-04-22', text }))
      .then({ type: 'StatementRecorded', data: { late: false } });
    given(application, notice)
      .when(recordStatement({ receivedOn: '2025-04-23', text }))
      .then({ type: 'StatementRecorded', data: { late: true } });
  });

  test('a notice keeps its first answer', () => {
    const first = { ...statementRecorded.example, data: { receivedOn: '2025-04-14', notice: 1, late: false } } as const;
    const second = { ...first, data: { ...first.data, receivedOn: '2025-04-16' } } as const;
    const { state } = given(application, notice, first, second);
    expect(state.handling.notices.map(({ answeredOn }) => String(answeredOn))).toEqual(['2025-04-14']);
    expect(state.handling.statements).toHaveLength(2);
  });

  test('an answer that is retracted leaves the notice to the next, or open', () => {
    const first = { ...statementRecorded.example, data: { receivedOn: '2025-04-14', notice: 1, late: false } } as const;
    const second = { ...first, data: { ...first.data, receivedOn: '2025-04-16' } } as const;
    const { state } = given(application, notice, first, second);
    const without = statementRecorded.retract!(state, 2);
    expect(String(without.handling.notices[0]?.answeredOn)).toBe('2025-04-16');
    expect(statementRecorded.retract!(without, 3).handling.notices[0]?.answeredOn).toBeNull();
  });

  test('not before the notice, not to a notice that is not there, not in no words', () => {
    given(application, notice)
      .when(recordStatement({ receivedOn: '2025-04-06', text, notice: 1 }))
      .thenRefused('answer-before-notice');
    given(application, notice)
      .when(recordStatement({ receivedOn: '2025-04-14', text: ' ', notice: 0 }))
      .thenRefused('notice-not-found', 'statement-required');
  });

  test('not from tomorrow, not before the application', () => {
    given(application)
      .when(recordStatement({ receivedOn: '2025-04-15', text }), { today: '2025-04-14' })
      .thenRefused('date-in-future');
    given(application)
      .when(recordStatement({ receivedOn: '2025-01-05', text }))
      .thenRefused('before-application');
    given()
      .when(recordStatement({ receivedOn: '2025-04-14', text }))
      .thenRefused('case-not-found');
  });

  test('the same again is nothing new', () => {
    const { data, personal } = statementRecorded.example;
    const said = given(application, statementRecorded.example);
    said.when(recordStatement({ receivedOn: data.receivedOn, text: personal.statement })).then();
    said.when(recordStatement({ receivedOn: data.receivedOn, text })).then({ type: 'StatementRecorded' });
  });
});
