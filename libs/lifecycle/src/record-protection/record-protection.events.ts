import { date } from '@kvp/calendar';
import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { isoDate, oneOf, record } from '../kernel/fields.ts';
import { inRoom } from '../kernel/recording.ts';
import { GRADINGS, type Grading } from './gradings.ts';

const data = record({ on: isoDate('The day from which it is known to hold.') });
const personal = record({ grading: oneOf(GRADINGS, 'The grading that holds from then on.') });

export type ProtectionRecorded = DomainEvent<'ProtectionRecorded', Static<typeof data>, Static<typeof personal>>;

const TOLD: Readonly<Record<Grading, string>> = {
  none: 'Graderingen ble opphevet; saken er åpen for dem som har tjenstlig behov.',
  confidential: 'Personen har fortrolig adresse i folkeregisteret; saken er bare for dem med egen tilgang.',
  strictlyConfidential: 'Personen har strengt fortrolig adresse i folkeregisteret; saken er bare for dem med egen tilgang.',
  shielded: 'Personen er skjermet; saken er bare for dem med egen tilgang.',
};

export const protectionRecorded = defineEvent<ProtectionRecorded>({
  type: 'ProtectionRecorded',
  version: 1,
  summary: 'The person is graded in the population register or shielded, or is so no more.',
  schema: { data, personal },
  evolve: (state, { data: { on }, personal: { grading } }) =>
    inRoom(state, 'protection', (told) => [...told, { recordedIn: state.revision, on: date(on), grading }]),
  changes: ['participant-status', 'payment-schedule', 'audit-trail'],
  effectiveOn: ({ data: { on } }) => on,
  provision: 'folkeregisterloven § 10-4',
  audit: ({ personal: { grading } }) => TOLD[grading],
  published: 'not published',
  example: { type: 'ProtectionRecorded', version: 1, data: { on: '2025-01-06' }, personal: { grading: 'strictlyConfidential' } },
});
