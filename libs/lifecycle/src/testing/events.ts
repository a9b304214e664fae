import { type IsoDate, date, daysInclusive, iso, lastDayOfYears } from '@kvp/calendar';
import { type ApplicationRegistered, applicationRegistered } from '../apply/apply.events.ts';
import type { FactCorrected } from '../correct-fact/correct-fact.events.ts';
import { type ProgrammeGranted, type StipendAwarded, programmeGranted, stipendAwarded } from '../grant/grant.events.ts';
import { type ProgrammeExtended, programmeExtended } from '../extend/extend.events.ts';
import { type DecisionNotified, decisionNotified } from '../notify-decision/notify-decision.events.ts';
import { type LeaveGranted, type ProgrammeInterrupted, leaveGranted, programmeInterrupted } from '../pause/pause.events.ts';
import { type ApplicationRejected, applicationRejected } from '../reject/reject.events.ts';
import { type ProgrammeResumed, programmeResumed } from '../resume/resume.events.ts';
import type { ProgrammeStarted } from '../start/start.events.ts';
import { type ProgrammeTerminated, programmeTerminated } from '../terminate/terminate.events.ts';
import { type ApplicationWithdrawn, applicationWithdrawn } from '../withdraw-application/withdraw-application.events.ts';

/** Events to begin a test with: the examples of the catalogue, with what the test is about put in. */
export const applied = (facts: { receivedOn?: IsoDate; birthDate?: IsoDate } = {}): ApplicationRegistered => ({
  ...applicationRegistered.example,
  data: { ...applicationRegistered.example.data, receivedOn: facts.receivedOn ?? '2025-01-06' },
  personal: { ...applicationRegistered.example.personal, birthDate: facts.birthDate ?? '1990-04-02' },
});

/** Decided on the first day of the period when nothing else is said. */
export const granted = (facts: { from: IsoDate; to: IsoDate } & Partial<ProgrammeGranted['data']>): ProgrammeGranted => ({
  ...programmeGranted.example,
  data: { ...programmeGranted.example.data, decidedOn: facts.from, evaluationDates: [facts.to], ...facts },
});

export const awarded = (facts: Partial<StipendAwarded['data']>): StipendAwarded => ({
  ...stipendAwarded.example,
  data: { ...stipendAwarded.example.data, ...facts },
});

/** Started in time, with two and three years to use. */
export function started(on: IsoDate): ProgrammeStarted {
  const days = (years: number): number => daysInclusive(date(on), lastDayOfYears(date(on), years));
  return {
    type: 'ProgrammeStarted',
    version: 1,
    data: {
      startedOn: on,
      late: false,
      startBy: iso(date(on).add({ months: 1 })),
      ordinaryDays: days(2),
      absoluteDays: days(3),
    },
    personal: null,
  };
}

export const withdrawn = (withdrawnOn: IsoDate): ApplicationWithdrawn => ({
  ...applicationWithdrawn.example,
  data: { withdrawnOn },
});

export const rejected = (decidedOn: IsoDate): ApplicationRejected => ({
  ...applicationRejected.example,
  data: { ...applicationRejected.example.data, decidedOn },
});

/** Decided on the first day of the new period when nothing else is said, and then not after a lapse. */
export const extended = (facts: { from: IsoDate; to: IsoDate } & Partial<ProgrammeExtended['data']>): ProgrammeExtended => ({
  ...programmeExtended.example,
  data: { ...programmeExtended.example.data, decidedOn: facts.from, ...facts },
});

type Reasons = Partial<LeaveGranted['personal']>;

/** Leave without stipend, which does not count, when nothing else is said. */
export const onLeave = (facts: { from: IsoDate } & Partial<LeaveGranted['data']>, reasons: Reasons = {}): LeaveGranted => ({
  ...leaveGranted.example,
  data: {
    legalForm: 'LEAVE_WITHOUT_STIPEND',
    provision: 'STL § 32',
    decidedOn: facts.from,
    countsTowardDuration: false,
    ...facts,
  },
  personal: { cause: 'childcare', ...reasons },
});

export const interrupted = (
  facts: { from: IsoDate } & Partial<ProgrammeInterrupted['data']>,
  reasons: Reasons = {},
): ProgrammeInterrupted => ({
  ...programmeInterrupted.example,
  data: {
    provision: 'STL § 34',
    decidedOn: facts.from,
    countsTowardDuration: false,
    soonAfterReturn: false,
    noticeGiven: true,
    ...facts,
  },
  personal: { ...programmeInterrupted.example.personal, ...reasons },
});

export const resumed = (resumedOn: IsoDate): ProgrammeResumed => ({
  ...programmeResumed.example,
  data: { ...programmeResumed.example.data, resumedOn },
});

/** Decided on the last day when nothing else is said. */
export const terminated = (facts: { lastDay: IsoDate } & Partial<ProgrammeTerminated['data']>): ProgrammeTerminated => ({
  ...programmeTerminated.example,
  data: { ...programmeTerminated.example.data, decidedOn: facts.lastDay, ...facts },
});

/** The start, the third event of a life, was wrong; nothing rests on it when nothing else is said. */
export const factCorrected = (facts: Partial<FactCorrected['data']> = {}): FactCorrected => ({
  type: 'FactCorrected',
  version: 1,
  data: { correctedOn: '2025-06-02', corrects: 2, type: 'ProgrammeStarted', withdrawn: false, affects: [], ...facts },
  personal: { reason: 'Datoen var skrevet av feil.' },
});

/** A decision told of on paper, arrived on a day that is proven. */
export const notified = (decision: number, arrivedOn: IsoDate, facts: Partial<DecisionNotified['data']> = {}): DecisionNotified => ({
  ...decisionNotified.example,
  data: { decision, kind: 'rejection', decidedOn: arrivedOn, channel: 'paper', arrivedOn, rule: 'proven', ...facts },
});
