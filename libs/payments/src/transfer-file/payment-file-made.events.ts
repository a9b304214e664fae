import { type DomainEvent, accountNumber, defineEvent, isoDate, record, shortText } from '@kvp/lifecycle/define';
import { formatKronerNb, ore } from '@kvp/money';
import Type, { type Static } from 'typebox';
import { amountOwed, digest } from '../fields.ts';
import type { RunState } from '../run-state.ts';
import { transferTotals } from './made-file.ts';

const data = record({
  file: digest(64, 'SHA-256 of its bytes.'),
  madeAt: Type.String({ format: 'date-time', description: 'When it was made, as it says itself.' }),
  executionDate: isoDate('The day that the accounts are credited on.'),
  payer: record(
    {
      name: shortText('The name that it is paid in.', 70),
      account: accountNumber('The municipality’s account.'),
      bic: shortText('BIC of its bank.', 11),
      agreement: Type.Optional(shortText('What the bank knows the municipality by.', 35)),
    },
    'Who pays, as it was settled when the file was made.',
  ),
  collectionAgencyAccount: Type.Optional(accountNumber('The collection agency’s account; left out where nothing goes there.')),
  amounts: Type.Array(amountOwed('Net øre; 0: not in the file.'), {
    description: 'What each line that the run sent pays, in their order.',
  }),
  accounts: Type.Array(Type.Integer({ minimum: -1, description: 'Revision in the case; −1: none is needed.' }), {
    description: 'Where the account of each line was registered, in the same order.',
  }),
});

export type PaymentFileMade = DomainEvent<'PaymentFileMade', Static<typeof data>, null>;

export const paymentFileMade = defineEvent<PaymentFileMade, RunState>({
  type: 'PaymentFileMade',
  version: 1,
  summary: 'A payment file was made of the net amounts that payroll returned. It stays the same, whatever comes later.',
  schema: { data, personal: null },
  evolve: (state, { data: { collectionAgencyAccount = null, ...made } }) => ({
    ...state,
    paymentFile: { ...made, collectionAgencyAccount },
  }),
  changes: [],
  effectiveOn: ({ data: { executionDate } }) => executionDate,
  provision: 'STL § 39',
  audit: ({ data: { amounts } }) => `Betalingsfil på ${formatKronerNb(transferTotals(amounts).net)} ble laget av nettobeløpene fra lønn.`,
  published: 'not published',
  example: {
    type: 'PaymentFileMade',
    version: 1,
    data: {
      ...{ file: '9f0c1d2e3a4b5c6d7e8f90a1b2c3d4e5'.repeat(2), madeAt: '2026-07-17T08:00:00Z', executionDate: '2026-07-20' },
      payer: { name: 'Eksempel kommune', account: '15030012345', bic: 'DNBANOKKXXX' },
      ...{ amounts: [ore(2_000_000)], accounts: [7] },
    },
    personal: null,
  },
});
