import { expect, test } from '@jest/globals';
import { EXAMPLE_LETTER, applied, contextOn, given, granted, issueLetter, notifyDecision } from '../testing/index.ts';
import { decideIssueLetter } from './issue-letter.decide.ts';
import { letterIssued } from './issue-letter.events.ts';

const grant = [applied({ receivedOn: '2025-01-06' }), granted({ decidedOn: '2025-01-20', from: '2025-02-03', to: '2026-02-02' })];

test('a letter is registered as it was made: which template, of which data, and the file itself', () => {
  const { file, kind, title, language, templateVersion, dataSha256 } = EXAMPLE_LETTER;
  given(...grant)
    .when(issueLetter({ about: 1 }), { today: '2025-01-21' })
    .then({
      type: 'LetterIssued',
      data: { about: 1, issuedOn: '2025-01-21', letter: kind, templateVersion, dataSha256, ...file },
      personal: { title, language },
    });
});

test('nothing is registered where no letter was made, and none in a case that is not there', () => {
  const { letter: _none, ...context } = contextOn('2025-01-21');
  const { refusals } = decideIssueLetter(given(...grant).state, { about: 0 }, context);
  expect(refusals).toMatchObject([{ code: 'no-letter-about', provision: 'FVL § 27' }]);
  given()
    .when(issueLetter({ about: 1 }))
    .thenRefused('case-not-found');
});

test('the same letter on the same day is there already; a day later it is another', () => {
  const [issued] = given(...grant).when(issueLetter({ about: 1 }), { today: '2025-01-21' }).decision.events ?? [];
  const after = given(...grant, issued!);
  after.when(issueLetter({ about: 1 }), { today: '2025-01-21' }).then();
  after.when(issueLetter({ about: 1 }), { today: '2025-01-22' }).then({ type: 'LetterIssued', data: { issuedOn: '2025-01-22' } });
});

test('the title and the language are sealed, and not in the trail', () => {
  expect(JSON.stringify(letterIssued.example.data)).not.toMatch(/Du får|nb/);
  expect(letterIssued.audit(letterIssued.example)).toBe('Brev om innvilgelse (hendelse 1) er laget og arkivert 20. januar 2025.');
});

test('a notice may name the letter that was sent, if that is about the decision', () => {
  const letter = { ...letterIssued.example, data: { ...letterIssued.example.data, about: 1, issuedOn: '2025-01-20' } } as const;
  const told = given(...grant, letter);
  told
    .when(notifyDecision({ channel: 'paper', sentOn: '2025-01-20', letter: 2 }))
    .then({ type: 'DecisionNotified', data: { decision: 1, letter: 2 } });
  told.when(notifyDecision({ channel: 'paper', sentOn: '2025-01-20', letter: 1 })).thenRefused('letter-of-another');
  given(...grant, { ...letter, data: { ...letter.data, about: 0 } })
    .when(notifyDecision({ channel: 'paper', sentOn: '2025-01-20', letter: 2 }))
    .thenRefused('letter-of-another');
});
