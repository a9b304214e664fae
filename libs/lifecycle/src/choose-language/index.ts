import type { UseCase } from '../kernel/definitions.ts';
import { chooseLanguage } from './choose-language.command.ts';
import { languageChosen } from './choose-language.events.ts';

export const chooseLanguageUseCase: UseCase = { command: chooseLanguage, events: [languageChosen], refusals: [] };
