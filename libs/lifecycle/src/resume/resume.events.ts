import { type PlainDate, date, isBefore, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, record } from '../kernel/fields.ts';
import type { CaseState, Pause } from '../kernel/state.ts';
import { withReturnOn, withoutReturn } from './returns.ts';

const data = record({
  resumedOn: isoDate('The first day back.'),
  maxEnd: isoDate('The last day of two counted years, as it is now.'),
  absoluteMaxEnd: isoDate('The last day of three counted years, as it is now.'),
  daysBeyondQuota: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Days of leave with stipend for which there was no quota left: worth a second look.' }),
  ),
});

export type ProgrammeResumed = DomainEvent<'ProgrammeResumed', Static<typeof data>, null>;

/** A pause that someone comes back from on a day: it has begun, and nobody has come back from it before. */
export const isResumedBy = ({ from, resumedOn }: Pause, on: PlainDate): boolean =>
  isBefore(from, on) && (resumedOn === null || isBefore(on, resumedOn));

/** The state with every open pause ended. */
export const withReturn = (state: CaseState, on: PlainDate): CaseState => ({
  ...state,
  pauses: state.pauses.map((pause) => (isResumedBy(pause, on) ? withReturnOn(pause, state.revision, on) : pause)),
});

export const programmeResumed = defineEvent<ProgrammeResumed>({
  type: 'ProgrammeResumed',
  version: 1,
  summary: 'The participant is back; every open pause ended the day before.',
  schema: { data, personal: null },
  evolve: (state, { data: { resumedOn } }) => withReturn(state, date(resumedOn)),
  retract: (state, recordedIn) => ({ ...state, pauses: state.pauses.map((pause) => withoutReturn(pause, recordedIn)) }),
  changes: ['participant-status', 'payment-schedule'],
  effectiveOn: ({ data: { resumedOn } }) => resumedOn,
  provision: 'STL § 34',
  audit: ({ data: { resumedOn, maxEnd, daysBeyondQuota = 0 } }) =>
    `Deltakeren var tilbake i programmet ${norwegianDate(resumedOn)}. To års program er dermed brukt opp tidligst ${norwegianDate(maxEnd)}.` +
    (daysBeyondQuota === 0 ? '' : ` ${String(daysBeyondQuota)} dager av permisjonen var flere enn det var igjen.`),
  published: 'published',
  example: {
    type: 'ProgrammeResumed',
    version: 1,
    // Away from 5 May to 3 August 2025: 91 days on top of 2 February 2027 and 2028.
    data: { resumedOn: '2025-08-04', maxEnd: '2027-05-04', absoluteMaxEnd: '2028-05-03' },
    personal: null,
  },
});
