import type { Static } from 'typebox';
import { defineCommand } from '../kernel/definitions.ts';
import { oneOf, record } from '../kernel/fields.ts';
import { isRegistered } from '../kernel/guards.ts';
import { PHASES } from '../kernel/state.ts';
import { LANGUAGES } from '../kernel/state/documents.ts';
import { decideChooseLanguage } from './choose-language.decide.ts';

export const ChooseLanguage = record({ language: oneOf(LANGUAGES, 'Bokmål or nynorsk.') });
export type ChooseLanguage = Static<typeof ChooseLanguage>;

export const chooseLanguage = defineCommand<ChooseLanguage>({
  name: 'chooseLanguage',
  title: 'Velg målform',
  summary: 'Registers in which of the two forms of Norwegian the party is written to; bokmål until it is said. STL § 42.',
  schema: ChooseLanguage,
  individualDecision: false,
  roles: ['caseworker', 'approver'],
  phases: PHASES,
  lawOn: () => undefined,
  allowed: isRegistered,
  decide: decideChooseLanguage,
  example: { language: 'nn' },
});
