import { expect, test } from '@jest/globals';
import { EXAMPLE_LETTER, applied, attachDocument, correctFact, given } from '../testing/index.ts';
import { documentAttached } from './attach-document.events.ts';

const application = applied({ receivedOn: '2025-01-06' });
const { file: stored } = EXAMPLE_LETTER;
const attach = (facts: Partial<Parameters<typeof attachDocument>[0]>) =>
  given(application).when(attachDocument({ file: stored.sha256, title: 'Legeerklæring', ...facts }), { today: '2025-03-03' });

test('a stored file becomes a document of the case, from today or the day it came', () => {
  attach({ kind: 'doctorsNote' }).then({
    type: 'DocumentAttached',
    data: { receivedOn: '2025-03-03', ...stored },
    personal: { title: 'Legeerklæring', kind: 'doctorsNote' },
  });
  attach({ receivedOn: '2025-02-28' }).then({ type: 'DocumentAttached', data: { receivedOn: '2025-02-28' }, personal: { kind: 'other' } });
  attach({ receivedOn: '2025-03-04' }).thenRefused('date-in-future');
});

test('a file that is not stored is refused, whatever else is stored', () => {
  attach({ file: '0'.repeat(64) }).thenRefused('file-not-stored');
  attach({ file: '0'.repeat(64), title: ' ' }).thenRefused('file-not-stored', 'title-unreadable');
});

test.each([
  '../../etc/passwd',
  '..\\..\\windows',
  'brev/../../nøkler',
  '/etc/passwd',
  'C:\\brev.pdf',
  'c:brev.pdf',
  '~/brev',
  '..',
  '.',
  'brev/.',
  '  /tmp',
  'vedlegg\\brev',
])('the title %j is a path', (title) => attach({ title }).thenRefused('title-is-path'));

test.each(['', '   ', 'brev\nto', 'brev\u0007', 'fdp.\u202Egelv', 'usyn\u200Blig', 'a\u2028b', '\uE000', 'nul\u0000'])(
  'the title %j cannot be read',
  (title) => attach({ title }).thenRefused('title-unreadable'),
);

test.each(['Søknad 12/2025', 'Legeerklæring (fastlege), 3. mars', 'Brev … til Nav', 'Klage: «feil sats»', 'a..b', 'Čáhci', '.brev'])(
  'the title %j is one',
  (title) => attach({ title }).then({ type: 'DocumentAttached', personal: { title } }),
);

test('the same file under the same title is there once, and may stand under another', () => {
  const [attached] = attach({}).decision.events ?? [];
  const after = given(application, attached!);
  after.when(attachDocument({ file: stored.sha256, title: ' Legeerklæring ' })).then();
  after.when(attachDocument({ file: stored.sha256, title: 'Vedlegg 2' })).then({ type: 'DocumentAttached' });
});

test('a document that came to the wrong case is taken out of it, and stays in its history', () => {
  const [attached] = attach({}).decision.events ?? [];
  const wrong = given(application, attached!);
  expect(wrong.state.handling.documents).toHaveLength(1);
  const { events } = wrong.when(correctFact({ event: 1, reason: 'Gjelder en annen.', withdrawn: true })).decision;
  expect(given(application, attached!, ...events!).state.handling.documents).toEqual([]);
});

test('title and kind are sealed, and not in the trail', () => {
  expect(JSON.stringify(documentAttached.example.data)).not.toMatch(/lege|doctor/i);
  expect(documentAttached.audit(documentAttached.example)).toBe('Dokument mottatt 3. mars 2025 er lagt i saken.');
});
