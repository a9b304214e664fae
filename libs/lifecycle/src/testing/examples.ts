import { type IsoDate, date, iso, lastDayOfYears } from '@kvp/calendar';
import { selfCertificateRevoked } from '../revoke-self-certificate/revoke-self-certificate.events.ts';
import { appealReceived, deadlineAssessed } from '../appeal/appeal.events.ts';
import { appealDismissed } from '../reconsider/reconsider.events.ts';
import { leaveRequested } from '../request-leave/request-leave.events.ts';
import { EXAMPLE_LETTER } from './context.ts';
import { decisionProposed } from '../four-eyes/four-eyes.events.ts';
import type { DomainEvent } from '../kernel/event.ts';
import type { Phase } from '../kernel/state.ts';
import {
  applied,
  awarded,
  extended,
  factCorrected,
  granted,
  interrupted,
  onLeave,
  rejected,
  started,
  terminated,
  withdrawn,
} from './events.ts';

/** The day on which the examples are looked at. */
export const EXAMPLE_TODAY: IsoDate = '2025-06-02';

const application = applied({ receivedOn: '2024-05-06' });
const grant = [application, granted({ decidedOn: '2024-05-20', from: '2024-06-03', to: '2025-06-02' }), awarded({ from: '2024-06-03' })];
const running = [...grant, started('2024-06-03'), extended({ decidedOn: '2025-05-20', from: '2025-06-03', to: '2026-06-02' })];
const latelyApplied = applied({ receivedOn: '2025-05-05' });

/** A case in each phase on `EXAMPLE_TODAY`, and the one that is not there yet. Synthetic. */
export const CASE_EXAMPLES: Readonly<Record<Phase | 'new', readonly DomainEvent[]>> = {
  new: [],
  applied: [latelyApplied],
  rejected: [latelyApplied, rejected('2025-05-20')],
  granted: [latelyApplied, granted({ decidedOn: '2025-05-20', from: '2025-05-26', to: '2026-05-25' }), awarded({ from: '2025-05-26' })],
  running,
  onLeave: [...running, onLeave({ from: '2025-05-12' })],
  interrupted: [...running, interrupted({ from: '2025-05-12' })],
  ended: [...running, terminated({ lastDay: '2025-05-12' })],
};

/** Further cases on `EXAMPLE_TODAY`, from which something leads elsewhere: with nothing decided since the start, interrupted on leave, ended while away, withdrawn. */
export const FURTHER_CASES: Partial<Readonly<Record<Phase | 'new', readonly (readonly DomainEvent[])[]>>> = {
  running: [[...grant, started('2024-06-03')]],
  interrupted: [[...CASE_EXAMPLES.onLeave, interrupted({ from: '2025-05-19' })]],
  ended: [
    [...CASE_EXAMPLES.onLeave, terminated({ lastDay: '2025-05-26' })],
    [...CASE_EXAMPLES.interrupted, terminated({ lastDay: '2025-05-26' })],
    [...CASE_EXAMPLES.applied, withdrawn('2025-05-26')],
    [...CASE_EXAMPLES.granted, withdrawn('2025-05-26')],
  ],
};

const oneYearOn = iso(lastDayOfYears(date(EXAMPLE_TODAY), 1));

/** What may be asked of a case on `EXAMPLE_TODAY`, each way of asking that leads somewhere else. */
export const COMMAND_EXAMPLES: Readonly<Record<string, readonly object[]>> = {
  apply: [{ identityNumber: '02849000058', birthDate: '1990-04-02', receivedOn: EXAMPLE_TODAY }],
  sendInterimReply: [{ reason: 'Vi venter på arbeidsevnevurderingen.' }],
  withdrawApplication: [{ withdrawnOn: EXAMPLE_TODAY }],
  transferOffice: [{ office: 'Nav Kristiansand sør' }],
  assignCaseworker: [{ caseworker: 'a-caseworker' }],
  addNote: [{ text: 'Deltakeren ringte.' }],
  chooseLanguage: [{ language: 'nn' }],
  attachDocument: [{ file: EXAMPLE_LETTER.file.sha256, title: 'Legeerklæring' }],
  issueLetter: [{ about: 0 }],
  grant: [{ from: EXAMPLE_TODAY, to: oneYearOn }],
  reject: [{ ground: 'conditionsNotMet' }],
  notifyDecision: [{ channel: 'paper' }],
  changePlan: [
    {
      from: EXAMPLE_TODAY,
      activities: [{ content: 'Praksis', measure: 'municipal', kind: 'workDirected', hoursPerWeek: 37.5 }],
      evaluationDates: [EXAMPLE_TODAY],
    },
  ],
  start: [{ startedOn: EXAMPLE_TODAY }],
  registerAttendance: [{ date: '2025-05-09', hours: 7.5 }],
  evaluate: [{ heldOn: '2025-05-09', summary: 'Programmet er evaluert.' }],
  recordAbsence: [{ kind: 'holiday', from: '2025-05-05', to: '2025-05-09' }],
  recordChild: [{ birthDate: '2019-08-15' }],
  recordWork: [{ from: EXAMPLE_TODAY, hoursPerWeek: 15 }],
  recordBenefit: [{ kind: 'dagpenger', from: EXAMPLE_TODAY, kronerPerDay: '312.50' }],
  recordMaintenance: [{ agencyHasClaimed: true }],
  recordHousehold: [{ on: EXAMPLE_TODAY, childrenUnder18: 1 }],
  recordIntake: [{ on: EXAMPLE_TODAY }],
  recordOtherSupport: [{ on: EXAMPLE_TODAY }],
  recordOutcome: [{ on: EXAMPLE_TODAY }],
  registerPaymentAccount: [{ account: '12345678903' }],
  recordPriorProgramme: [{ priorCountedDays: 100 }],
  extend: [{ to: '2026-12-31', specialReasons: { necessary: true, progress: true, workProbable: true } }],
  correctAttendance: [{ days: [{ date: '2025-05-09', hours: 6 }] }],
  deduct: [{ date: '2025-05-09', hours: 3.5 }],
  revokeSelfCertificate: [{ from: EXAMPLE_TODAY, ground: 'suspicion', heardOn: EXAMPLE_TODAY }],
  reviewSelfCertificate: [{ outcome: 'restored' }],
  requestLeave: [{ receivedOn: EXAMPLE_TODAY, from: '2025-06-10', to: '2025-06-11', cause: 'welfare' }],
  refuseExtension: [{ receivedOn: EXAMPLE_TODAY }],
  refuseLeave: [{}],
  pause: [
    { legalForm: 'LEAVE_WITH_STIPEND', cause: 'welfare', provision: 'KVPF § 15', from: EXAMPLE_TODAY },
    { legalForm: 'LEAVE_WITHOUT_STIPEND', cause: 'childcare', from: EXAMPLE_TODAY },
    { legalForm: 'INTERRUPTION', cause: 'rehabilitation', from: EXAMPLE_TODAY },
  ],
  resume: [{ resumedOn: EXAMPLE_TODAY }],
  giveNotice: [{ about: 'terminate', sentOn: EXAMPLE_TODAY, answerBy: '2025-06-16', text: 'Vi vurderer å avslutte programmet.' }],
  recordStatement: [{ receivedOn: EXAMPLE_TODAY, text: 'Jeg har vært syk.' }],
  terminate: [{ lastDay: EXAMPLE_TODAY, reason: 'agreed' }],
  correctFact: [{ event: 0, replacement: { apply: { channel: 'paper' } } }, ...[1, 3].map((event) => ({ event, withdrawn: true }))],
  reviewCorrection: [{ outcome: 'stands' }],
  reverse: [1, 4, 5, 6].map((decision) => ({ decision, ground: 'notNotified' })),
  issueCertificate: [{ issuedOn: EXAMPLE_TODAY }],
  reconsider: [{ outcome: 'changed' }],
  registerOutcome: ['changed', 'setAside'].map((outcome) => ({ decidedOn: EXAMPLE_TODAY, outcome })),
  reinstate: [{}],
};

const proposal = [decisionProposed.example];

/** An appeal of the first decision of a case, and of the one that pauses or ends it. */
const { data: toldOfAppeal } = appealReceived.example;
const appealed: readonly DomainEvent[] = [
  {
    ...appealReceived.example,
    data: {
      ...toldOfAppeal,
      receivedOn: '2025-05-26',
      postedOn: '2025-05-26',
      decisions: [1, 5].map((decision) => ({ decision, kind: 'rejection', decidedOn: '2025-05-20' })),
    },
  },
  { ...deadlineAssessed.example, data: { ...deadlineAssessed.example.data, calculations: [] } },
];
const upheldAppeal: readonly DomainEvent[] = [
  ...appealed,
  { type: 'DecisionUpheld', version: 1, data: { decidedOn: '2025-05-28', appeal: 1 }, personal: { justification: 'Ikke noe nytt.' } },
];
const forwardedAppeal: readonly DomainEvent[] = [
  ...upheldAppeal,
  {
    ...{ type: 'AppealForwarded', version: 1, personal: { officeStatement: 'Vedtaket blir stående.' } },
    data: { appeal: 1, forwardedOn: '2025-05-30', copySentOn: '2025-05-30', urgent: false },
  },
];

/** Statsforvalteren changed the decision that ended the programme, in the example that has one. */
const changedEnd: readonly DomainEvent[] = [
  ...forwardedAppeal,
  {
    ...{ type: 'AppealDecided', version: 1, personal: {} },
    data: {
      ...{ appeal: 1, decidedOn: EXAMPLE_TODAY, receivedOn: EXAMPLE_TODAY, outcome: 'changed', toDetriment: false },
      effects: [{ decision: 5, kind: 'termination', undone: false, order: ['reinstate'], binding: true }],
    },
  },
];

const registeredOn = (date: IsoDate): DomainEvent => ({
  type: 'AttendanceRegistered',
  version: 1,
  data: { from: date, to: date, days: 1 },
  personal: { registrations: [{ date, hours: 7.5, code: 'present' }] },
});

/** What must stand in a case before a command makes sense there, beside the phase: added to the example of each phase. */
export const COMMAND_CASES: Readonly<Record<string, readonly DomainEvent[]>> = {
  refuseLeave: [leaveRequested.example],
  correctAttendance: [registeredOn('2025-05-09')],
  reviewSelfCertificate: [
    { ...selfCertificateRevoked.example, data: { decidedOn: '2025-05-01', from: '2025-05-01', reviewBy: '2025-11-01' } },
  ],
  reviewCorrection: [factCorrected({ corrects: 0, type: 'ApplicationRegistered', affects: [1] })],
  approve: proposal,
  returnProposal: proposal,
  withdrawProposal: proposal,
  ...{ mendAppeal: appealed, withdrawAppeal: appealed, reconsider: appealed, deferExecution: appealed },
  // Also an application that is open again has decisions to appeal: that an earlier appeal was dismissed is one.
  appeal: [...appealed, appealDismissed.example],
  forwardAppeal: upheldAppeal,
  registerOutcome: forwardedAppeal,
  ...{ reinstate: changedEnd, claimCosts: changedEnd },
};
