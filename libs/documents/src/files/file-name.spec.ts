import { posix, win32 } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fileNameOf } from './file-name.ts';

test.each([
  ['Legeerklæring fra fastlegen', 'Legeerklæring fra fastlegen.pdf'],
  ['../../etc/passwd', 'etc-passwd.pdf'],
  ['..\\..\\windows\\system32', 'windows-system32.pdf'],
  ['C:\\brev', 'C-brev.pdf'],
  ['Søknad 12/2025: «ja»?', 'Søknad 12-2025- «ja».pdf'],
  ['NUL', 'dokument-NUL.pdf'],
  ['...', 'dokument.pdf'],
  ['', 'dokument.pdf'],
  ['fdp.\u202Egelv', 'fdp.-gelv.pdf'],
  ['a\nb\u0000c', 'a-b-c.pdf'],
  ['Čáhci', 'Čáhci.pdf'],
])('%j is called %s', (title, name) => expect(fileNameOf(title, 'application/pdf')).toBe(name));

test('whatever the title, the name is one file in one folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
      const name = fileNameOf(title, 'image/png');
      expect(posix.basename(name)).toBe(name);
      expect(win32.basename(name)).toBe(name);
      expect(name).toMatch(/^[^.\s-].*\.png$/u);
      expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e]|\.\./u);
      expect(name.length).toBeLessThanOrEqual(120);
    }),
  );
});
