import { expect, test } from '@jest/globals';
import { ConfigurationError } from './configuration-error.ts';
import { onPort } from './door.ts';

const failing = (code: string): Promise<never> => Promise.reject(Object.assign(new Error(`listen ${code}`), { code }));

test.each([
  ['EADDRINUSE', 'PORT must be a free port: 3000 is taken by another process'],
  ['EACCES', 'PORT must be a port that this user may open: 3000 is not'],
  ['EADDRNOTAVAIL', 'HOST must be an address of this machine'],
])('%s names the setting to change', async (code, problem) => {
  const refused = onPort('PORT', 3000, failing(code));
  await expect(refused).rejects.toBeInstanceOf(ConfigurationError);
  await expect(refused).rejects.toMatchObject({ problems: [problem] });
});

test('anything else stays what it is', async () => {
  await expect(onPort('PORT', 3000, failing('EMFILE'))).rejects.toThrow('listen EMFILE');
  expect(await onPort('PORT', 3000, Promise.resolve('open'))).toBe('open');
});
