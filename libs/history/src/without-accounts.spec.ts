import { expect, test } from '@jest/globals';
import { withoutAccounts } from './without-accounts.ts';

test('an account shows its last four digits, as deep as it may lie, and nothing else is touched', () => {
  const account = '12345678903';
  const proposal = { content: { input: JSON.stringify({ account, outcome: JSON.stringify([{ personal: { account } }]) }) } };
  const text = JSON.stringify({ accounts: [{ account, from: '2025-03-01' }], proposals: [proposal], reference: account });
  const told = withoutAccounts(text);
  expect(told.match(/12345678903/g)).toEqual([account]);
  expect(JSON.parse(told)).toMatchObject({ accounts: [{ account: '*******8903', from: '2025-03-01' }], reference: account });
  const input = (JSON.parse(told) as { proposals: [typeof proposal] }).proposals[0].content.input;
  expect(JSON.parse((JSON.parse(input) as { outcome: string }).outcome)).toEqual([{ personal: { account: '*******8903' } }]);
});
