import { norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { SpecialReasons } from '../extend/special-reasons.ts';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { backdatingField, freeText, isoDate, record } from '../kernel/fields.ts';

const data = record({
  decidedOn: isoDate('The day the decision was made.'),
  receivedOn: isoDate('The day the request reached the office.'),
  from: isoDate('The day after the last decided one: what was asked for would have begun then.'),
  askedTo: Type.Optional(isoDate('The last day that was asked for.')),
});
const personal = record({
  justification: freeText('Why it was refused.'),
  specialReasons: Type.Optional(SpecialReasons),
  ...backdatingField,
});

export type ExtensionRefused = DomainEvent<'ExtensionRefused', Static<typeof data>, Static<typeof personal>>;

/**
 * A decision about extension like one that grants it: what is appealed and reversed is of the same kind. The decision period stands as it was, and the
 * programme lasts until it is ended: nothing in the state but the decision itself.
 */
export const extensionRefused = defineEvent<ExtensionRefused>({
  type: 'ExtensionRefused',
  version: 1,
  summary: 'A request for a longer programme was refused.',
  schema: { data, personal },
  decision: 'extension',
  evolve: (state) => state,
  undo: (state) => state,
  changes: ['audit-trail'],
  effectiveOn: ({ data: { decidedOn } }) => decidedOn,
  provision: 'STL § 32',
  audit: ({ data: { from, askedTo } }) =>
    askedTo === undefined
      ? `Forlengelse av programmet fra ${norwegianDate(from)} ble avslått.`
      : `Forlengelse av programmet fra ${norwegianDate(from)} til og med ${norwegianDate(askedTo)} ble avslått.`,
  published: 'published',
  example: {
    type: 'ExtensionRefused',
    version: 1,
    data: { decidedOn: '2026-01-12', receivedOn: '2025-12-15', from: '2026-02-03', askedTo: '2026-08-02' },
    personal: { justification: 'Deltakeren har nådd målet i planen, og har fått tilbud om arbeid.' },
  },
});
