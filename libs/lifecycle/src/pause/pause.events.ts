import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, dateOrNull, freeText, isoDate, oneOf, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import type { CaseState, LegalForm } from '../kernel/state.ts';
import { settled, unsettled } from '../request-leave/settled.ts';
import { withoutPause } from './without-pause.ts';
import { becauseOf, CAUSES } from './causes.ts';

const away = {
  decidedOn: isoDate('The day the decision was made.'),
  provision: shortText('What it rests on.', 60),
  from: isoDate('The first day away.'),
  plannedTo: Type.Optional(isoDate('The planned last day away.')),
  countsTowardDuration: yesOrNo('Whether the days count toward the duration of the programme, by the rule of the decision.'),
};
const reasons = {
  cause: oneOf(CAUSES, 'Why.'),
  absentSince: Type.Optional(
    isoDate('First day of the absence for work, birth or adoption; termination because of it is barred for a year from here.'),
  ),
  justification: Type.Optional(freeText('The circumstances it rests on.')),
  ...backdatingField,
};

const leave = {
  data: record({
    ...away,
    legalForm: oneOf(['LEAVE_WITH_STIPEND', 'LEAVE_WITHOUT_STIPEND'], 'With or without stipend.'),
    settles: Type.Optional(revisionNumber('Revision of the request for leave that it answers.')),
  }),
  personal: record({ ...reasons, childBornOn: Type.Optional(isoDate('When the child was born.')) }),
};
const interruption = {
  data: record({
    ...away,
    latestReturn: Type.Optional(isoDate('The last day to come back; after it only termination is lawful.')),
    soonAfterReturn: yesOrNo('So soon after the last return that it is worth a second look.'),
    noticeGiven: yesOrNo('Whether the participant was notified beforehand.'),
  }),
  personal: record({ ...reasons, noticeException: Type.Optional(freeText('Which exception made notice needless.')) }),
};

export type LeaveGranted = DomainEvent<'LeaveGranted', Static<typeof leave.data>, Static<typeof leave.personal>>;
export type ProgrammeInterrupted = DomainEvent<
  'ProgrammeInterrupted',
  Static<typeof interruption.data>,
  Static<typeof interruption.personal>
>;

const withPause = (state: CaseState, legalForm: LegalForm, { data, personal }: LeaveGranted | ProgrammeInterrupted): CaseState => ({
  ...state,
  pauses: [
    ...state.pauses,
    {
      decidedIn: state.revision,
      legalForm,
      cause: personal.cause,
      provision: data.provision,
      from: date(data.from),
      plannedTo: dateOrNull(data.plannedTo),
      resumedOn: null,
      returns: [],
      countsTowardDuration: data.countsTowardDuration,
      withStipend: legalForm === 'LEAVE_WITH_STIPEND',
      protectedFrom: dateOrNull(personal.absentSince),
    },
  ],
});

const until = (plannedTo: string | undefined): string =>
  plannedTo === undefined ? '' : `, etter planen til og med ${norwegianDate(plannedTo)}`;

export const leaveGranted = defineEvent<LeaveGranted>({
  type: 'LeaveGranted',
  version: 1,
  summary: 'The participant was granted leave, with or without stipend.',
  schema: leave,
  decision: 'leave',
  evolve: (state, event) => {
    const paused = withPause(state, event.data.legalForm, event);
    return event.data.settles === undefined ? paused : settled(paused, event.data.settles);
  },
  undo: (state, decidedIn, from) => unsettled(withoutPause(state, decidedIn, from), decidedIn),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 32',
  audit: ({ data: { legalForm, from, plannedTo, provision }, personal: { cause } }) =>
    `Permisjon ${legalForm === 'LEAVE_WITH_STIPEND' ? 'med' : 'uten'} stønad fra ${norwegianDate(from)}${until(plannedTo)}, ` +
    `${becauseOf(cause)} (${provision}).`,
  published: 'published',
  example: {
    type: 'LeaveGranted',
    version: 1,
    data: {
      decidedOn: '2025-04-28',
      legalForm: 'LEAVE_WITH_STIPEND',
      provision: 'KVPF § 15',
      from: '2025-05-05',
      plannedTo: '2025-05-07',
      countsTowardDuration: false,
    },
    personal: { cause: 'welfare' },
  },
});

export const programmeInterrupted = defineEvent<ProgrammeInterrupted>({
  type: 'ProgrammeInterrupted',
  version: 1,
  summary: 'The programme was interrupted: no stipend, and the days do not count.',
  schema: interruption,
  decision: 'interruption',
  evolve: (state, event) => withPause(state, 'INTERRUPTION', event),
  undo: withoutPause,
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { from } }) => from,
  provision: 'STL § 34',
  audit: ({ data: { from, plannedTo, soonAfterReturn }, personal: { cause } }) =>
    `Programmet avbrutt fra ${norwegianDate(from)}${until(plannedTo)}, ${becauseOf(cause)}.` +
    (soonAfterReturn ? ' Deltakeren kom tilbake fra forrige avbrudd kort tid før.' : ''),
  published: 'published',
  example: {
    type: 'ProgrammeInterrupted',
    version: 1,
    data: {
      decidedOn: '2025-04-28',
      provision: 'STL § 34',
      from: '2025-05-05',
      plannedTo: '2025-08-01',
      countsTowardDuration: false,
      latestReturn: '2026-05-05',
      soonAfterReturn: false,
      noticeGiven: true,
    },
    personal: { cause: 'rehabilitation', justification: 'Tolv ukers opphold på rehabiliteringsinstitusjon.' },
  },
});
