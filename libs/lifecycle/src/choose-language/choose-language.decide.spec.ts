import { expect, test } from '@jest/globals';
import { applied, chooseLanguage, given } from '../testing/index.ts';
import { languageChosen } from './choose-language.events.ts';

const application = applied({ receivedOn: '2025-01-06' });

test('letters are in bokmål until something else is said, and what is said last counts', () => {
  expect(given(application).state.handling.language).toBe('nb');
  given(application)
    .when(chooseLanguage({ language: 'nb' }))
    .then();
  given(application)
    .when(chooseLanguage({ language: 'nn' }))
    .then({ type: 'LanguageChosen', data: {}, personal: { language: 'nn' } });
  const nynorsk = given(application, languageChosen.example);
  expect(nynorsk.state.handling.language).toBe('nn');
  nynorsk.when(chooseLanguage({ language: 'nb' })).then({ type: 'LanguageChosen', personal: { language: 'nb' } });
});

test('not in a case that is not there', () => {
  given()
    .when(chooseLanguage({ language: 'nn' }))
    .thenRefused('case-not-found');
});
