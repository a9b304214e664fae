import { describe, expect, test } from '@jest/globals';
import { leaveRefused } from '../refuse-leave/refuse-leave.events.ts';
import { applied, given, granted, pause, refuseLeave, requestLeave, started, terminated } from '../testing/index.ts';
import { leaveRequested } from './request-leave.events.ts';

// Received on 22 April for 5 to 7 May 2025: event 3 of the case.
const running = [applied(), granted({ from: '2025-01-13', to: '2026-01-12' }), started('2025-01-13')];
const requested = [...running, leaveRequested.example];
const request = { receivedOn: '2025-04-22', from: '2025-05-05', to: '2025-05-07', cause: 'welfare' } as const;
const today = '2025-04-28';

describe('requestLeave', () => {
  test('registers what is asked for; why is sealed', () => {
    const outcome = given(...running).when(requestLeave({ ...request, reason: 'Barnet begynner i barnehage.' }));
    outcome.then({ type: 'LeaveRequested', data: { from: '2025-05-05', to: '2025-05-07' }, personal: { cause: 'welfare' } });
    expect(JSON.stringify(outcome.decision.events?.[0]?.data)).not.toMatch(/welfare|barnehage/);
  });

  test('sent again while it waits, it is nothing new', () => {
    given(...requested)
      .when(requestLeave(request))
      .then();
    given(...requested, { ...leaveRefused.example, data: { ...leaveRefused.example.data, request: 3 } })
      .when(requestLeave(request), { today })
      .then({ type: 'LeaveRequested' });
  });

  test('it has come, and is for days in the programme', () => {
    given(...running)
      .when(requestLeave(request), { today: '2025-04-21' })
      .thenRefused('date-in-future');
    given(...running)
      .when(requestLeave({ ...request, receivedOn: '2025-01-05' }), { today }) // the application came on the 6th
      .thenRefused('before-application');
    given(...running)
      .when(requestLeave({ ...request, to: '2025-05-04' }), { today })
      .thenRefused('ends-before-it-starts');
    given(...running, terminated({ decidedOn: '2025-04-01', lastDay: '2025-05-06' }))
      .when(requestLeave(request), { today })
      .thenRefused('not-in-programme');
  });
});

describe('the answer', () => {
  const leave = { decidedOn: today, legalForm: 'LEAVE_WITH_STIPEND', cause: 'welfare', provision: 'KVPF § 15' } as const;

  test('granting leave for some of the days settles the request', () => {
    const outcome = given(...requested).when(pause({ ...leave, from: '2025-05-06', to: '2025-05-06' }));
    outcome.then({ type: 'LeaveGranted', data: { settles: 3 } });
    expect(given(...requested, ...outcome.decision.events!).state.absences.leaveRequests[0]?.settledBy).toBe(4);
    const elsewhere = given(...requested).when(pause({ ...leave, from: '2025-05-08', to: '2025-05-08' }));
    expect(elsewhere.decision.events?.[0]?.data).not.toHaveProperty('settles');
  });

  test('a refusal is a decision that names the request', () => {
    const outcome = given(...requested).when(refuseLeave({ decidedOn: today }));
    outcome.then({ type: 'LeaveRefused', data: { request: 3, decidedOn: today } });
    const { state } = given(...requested, ...outcome.decision.events!);
    expect(state.absences.leaveRequests[0]?.settledBy).toBe(4);
    expect(state.decisions.at(-1)).toMatchObject({ revision: 4, kind: 'leaveRefusal' });
  });

  test('a refusal that is undone leaves the request waiting', () => {
    const refused = given(...requested, { ...leaveRefused.example, data: { ...leaveRefused.example.data, request: 3 } }).state;
    expect(leaveRefused.undo?.(refused, 4, Temporal.PlainDate.from(today)).absences.leaveRequests[0]?.settledBy).toBeNull();
  });

  test('of several the last is meant, unless one is named', () => {
    const two = given(...requested, { ...leaveRequested.example, data: { ...leaveRequested.example.data, from: '2025-05-06' } });
    two.when(refuseLeave({ decidedOn: today })).then({ type: 'LeaveRefused', data: { request: 4 } });
    two.when(refuseLeave({ decidedOn: today, request: 3 })).then({ type: 'LeaveRefused', data: { request: 3 } });
    two.when(refuseLeave({ decidedOn: today, request: 2 })).thenRefused('leave-request-not-found');
  });

  test('it has reasons, comes after the request, and is given once', () => {
    given(...requested)
      .when(refuseLeave({ decidedOn: today, justification: ' ' }))
      .thenRefused('justification-required');
    given(...requested)
      .when(refuseLeave({ decidedOn: '2025-04-22' }))
      .then({ type: 'LeaveRefused' });
    given(...requested)
      .when(refuseLeave({ decidedOn: '2025-04-21' }))
      .thenRefused('refused-before-request');
    given(...running)
      .when(refuseLeave({ decidedOn: today }))
      .thenRefused('no-leave-request');
    given(...requested, { ...leaveRefused.example, data: { ...leaveRefused.example.data, request: 3 } })
      .when(refuseLeave({ decidedOn: today }))
      .thenRefused('no-leave-request');
  });
});
