import { date } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { freeText, isoDate, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import type { Recorders } from './recorders.ts';

const data = record({
  correctedOn: isoDate('The day it was corrected.'),
  corrects: revisionNumber('Revision of the event in the case that recorded the fact.'),
  type: shortText('Type of that event.'),
  withdrawn: yesOrNo('Nothing takes its place. Otherwise what should have been registered follows.'),
  affects: Type.Array(revisionNumber('Revision of a decision.'), {
    description: 'Decisions that stand and were made after the fact was recorded: each is to be looked at again.',
  }),
});
const personal = record({ reason: freeText('Why it was wrong.') });

export type FactCorrected = DomainEvent<'FactCorrected', Static<typeof data>, Static<typeof personal>>;

/** Taking a fact back is known where the fact is: the event finds its recorder by the type it names. */
export const factCorrectedBy = (recorders: Recorders) =>
  defineEvent<FactCorrected>({
    type: 'FactCorrected',
    version: 1,
    summary: 'A fact was registered wrongly. It stays in the log and counts no more; what it should have been follows.',
    schema: { data, personal },
    evolve(state, { data: { correctedOn, corrects, type, affects } }) {
      const without = recorders[type]?.event.retract?.(state, corrects) ?? state;
      const correction = { recordedIn: state.revision, correctedOn: date(correctedOn), corrects, affects, reviewedOn: null };
      return { ...without, corrections: [...state.corrections, correction] };
    },
    changes: ['participant-status', 'payment-schedule'],
    effectiveOn: () => undefined,
    provision: 'arkivforskrifta § 11',
    audit: ({ data: { corrects, type, withdrawn, affects } }) =>
      `Registreringen «${recorders[type]?.command.title ?? type}» (hendelse ${String(corrects)}) var feil og er ` +
      (withdrawn ? 'trukket tilbake.' : 'rettet.') +
      toLookAtAgain(affects),
    published: 'published',
    example: {
      type: 'FactCorrected',
      version: 1,
      data: { correctedOn: '2025-06-02', corrects: 3, type: 'ProgrammeStarted', withdrawn: false, affects: [4] },
      personal: { reason: 'Deltakeren møtte første gang en uke senere.' },
    },
  });

const inWords = new Intl.ListFormat('nb', { type: 'conjunction' });

const toLookAtAgain = (affects: readonly number[]): string =>
  affects.length === 0
    ? ''
    : ` Vedtak som er fattet etter den, må vurderes på nytt: hendelse ${inWords.format(affects.map((revision) => String(revision)))}.`;
