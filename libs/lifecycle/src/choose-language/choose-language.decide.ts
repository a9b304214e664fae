import type { Decision } from '../kernel/command.ts';
import { decideWhen, isRegistered } from '../kernel/guards.ts';
import type { CaseState } from '../kernel/state.ts';
import type { ChooseLanguage } from './choose-language.command.ts';
import type { LanguageChosen } from './choose-language.events.ts';

/** Registers the language; the one that is used already is no news. */
export function decideChooseLanguage(state: CaseState, { language }: ChooseLanguage): Decision {
  return decideWhen(
    isRegistered(state),
    () => [],
    (): LanguageChosen[] =>
      state.handling.language === language ? [] : [{ type: 'LanguageChosen', version: 1, data: {}, personal: { language } }],
  );
}
