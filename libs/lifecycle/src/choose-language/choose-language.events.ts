import type { Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { oneOf, record } from '../kernel/fields.ts';
import { LANGUAGES } from '../kernel/state/documents.ts';

const data = record({});
// It tells of where somebody comes from.
const personal = record({ language: oneOf(LANGUAGES, 'Bokmål or nynorsk.') });

export type LanguageChosen = DomainEvent<'LanguageChosen', Static<typeof data>, Static<typeof personal>>;

export const languageChosen = defineEvent<LanguageChosen>({
  type: 'LanguageChosen',
  version: 1,
  summary: 'The form of Norwegian that the party is written to in.',
  schema: { data, personal },
  evolve: (state, { personal: { language } }) => ({ ...state, handling: { ...state.handling, language } }),
  changes: ['audit-trail'],
  effectiveOn: () => undefined,
  provision: 'STL § 42',
  audit: ({ personal: { language } }) => `Brev skrives på ${language === 'nn' ? 'nynorsk' : 'bokmål'}.`,
  published: 'not published',
  example: { type: 'LanguageChosen', version: 1, data: {}, personal: { language: 'nn' } },
});
