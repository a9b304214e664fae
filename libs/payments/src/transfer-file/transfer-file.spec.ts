import { expect, test } from '@jest/globals';
import type { PaymentAccount } from '@kvp/lifecycle';
import { ore } from '@kvp/money';
import { SaxesParser } from 'saxes';
import { type TransferFile, creditTransferXml } from './credit-transfer.ts';
import { type LineOfRun, transferFileOf } from './made-file.ts';

interface Node {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Node[];
}

/** Reads a document with a parser that is not ours. Throws Error when it is not well-formed. */
function parse(xml: string): Node {
  const parser = new SaxesParser({ xmlns: true });
  const top: Node = { name: '', uri: '', attributes: {}, text: '', children: [] };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, uri, attributes }) => {
    const told = Object.fromEntries(Object.values(attributes).map((each) => [each.name, each.value]));
    const node: Node = { name, uri, attributes: told, text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node !== undefined) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return top.children[0] ?? top;
}

const all = (node: Node, path: string): readonly Node[] =>
  path
    .split('/')
    .reduce<readonly Node[]>((nodes, name) => nodes.flatMap(({ children }) => children.filter((each) => each.name === name)), [node]);
const text = (node: Node, path: string): string => all(node, path)[0]?.text ?? '';
const names = ({ children }: Node): readonly string[] => [...new Set(children.map(({ name }) => name))];

const PAYER = { name: 'Eksempel kommune', account: '15030012345', bic: 'DNBANOKKXXX' };
const transfer = (n: number, more: Partial<TransferFile['transfers'][number]> = {}): TransferFile['transfers'][number] => ({
  ...{ endToEndId: String(n).padStart(32, '0'), amount: ore(1_500_000 + n), name: 'Kari Eksempel', account: '12345678903' },
  ...{ text: 'Utbetaling for juni 2026', ...more },
});
const file = (transfers: TransferFile['transfers'], more: Partial<TransferFile> = {}): TransferFile => ({
  ...{ messageId: '5b0a1f0e3a655a3e9a530d1b8f1c2a77', madeAt: '2026-07-17T08:00:00Z', executionDate: '2026-07-20', payer: PAYER },
  ...{ transfers, ...more },
});

test('the message says who pays what to whom and when, as banks in Norway take it', () => {
  const root = parse(creditTransferXml(file([transfer(1), transfer(2, { name: 'Ola Nordmann', account: '10000000030' })])));
  expect([root.name, root.uri]).toEqual(['Document', 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09']);
  const [message] = all(root, 'CstmrCdtTrfInitn');
  if (message === undefined) throw new Error('There is no message.');
  expect(['MsgId', 'CreDtTm', 'NbOfTxs', 'CtrlSum', 'InitgPty/Nm'].map((each) => text(message, `GrpHdr/${each}`))).toEqual([
    '5b0a1f0e3a655a3e9a530d1b8f1c2a77',
    '2026-07-17T08:00:00Z',
    '2',
    // 15 000.01 and 15 000.02.
    '30000.03',
    'Eksempel kommune',
  ]);
  const [payment] = all(message, 'PmtInf');
  if (payment === undefined) throw new Error('Nothing is paid.');
  // The order is part of the message.
  expect(names(payment)).toEqual([
    ...['PmtInfId', 'PmtMtd', 'NbOfTxs', 'CtrlSum', 'PmtTpInf', 'ReqdExctnDt', 'Dbtr', 'DbtrAcct', 'DbtrAgt', 'ChrgBr', 'CdtTrfTxInf'],
  ]);
  expect(
    ['PmtMtd', 'ReqdExctnDt/Dt', 'Dbtr/Nm', 'DbtrAcct/Id/Othr/Id', 'DbtrAcct/Id/Othr/SchmeNm/Cd', 'DbtrAcct/Ccy'].map((each) =>
      text(payment, each),
    ),
  ).toEqual([...['TRF', '2026-07-20', 'Eksempel kommune', '15030012345', 'BBAN', 'NOK']]);
  expect(text(payment, 'DbtrAgt/FinInstnId/BICFI')).toBe('DNBANOKKXXX');
  const [first, second] = all(payment, 'CdtTrfTxInf');
  expect(names(first!)).toEqual(['PmtId', 'Amt', 'Cdtr', 'CdtrAcct', 'RmtInf']);
  expect(all(first!, 'Amt/InstdAmt')[0]).toMatchObject({ text: '15000.01', attributes: { Ccy: 'NOK' } });
  expect(['PmtId/EndToEndId', 'Cdtr/Nm', 'CdtrAcct/Id/Othr/Id', 'CdtrAcct/Id/Othr/SchmeNm/Cd'].map((each) => text(second!, each))).toEqual([
    ...['0'.repeat(31) + '2', 'Ola Nordmann', '10000000030', 'BBAN'],
  ]);
  expect(text(second!, 'RmtInf/Ustrd')).toBe('Utbetaling for juni 2026');
});

test('what the bank knows the municipality by is said where it asks for it', () => {
  const root = parse(creditTransferXml(file([transfer(1)], { payer: { ...PAYER, agreement: '00912345678' } })));
  const [party] = all(root, 'CstmrCdtTrfInitn/GrpHdr/InitgPty');
  expect([text(party!, 'Id/OrgId/Othr/Id'), text(party!, 'Id/OrgId/Othr/SchmeNm/Cd')]).toEqual(['00912345678', 'CUST']);
});

test('a name is read back as it was written, whatever is in it', () => {
  const name = `Bår & Sønn <AS> "Æå" O'Øy ]]> – č`;
  const xml = creditTransferXml(file([transfer(1, { name })]));
  expect(text(all(parse(xml), 'CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf')[0]!, 'Cdtr/Nm')).toBe(name);
  expect(
    xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">\n'),
  ).toBe(true);
});

test.each([
  ['nothing to transfer', file([])],
  ['two with one id', file([transfer(1), transfer(1)])],
  ['nothing paid', file([transfer(1, { amount: ore(0) })])],
  ['less than nothing', file([transfer(1, { amount: ore(-1) })])],
  ['no account', file([transfer(1, { account: '12345678904' })])],
  ['no account of the payer', file([transfer(1)], { payer: { ...PAYER, account: '15030012346' } })],
  ['a blank name', file([transfer(1, { name: ' ' })])],
  ['a name that is too long', file([transfer(1, { name: 'x'.repeat(141) })])],
  ['an id that is too long', file([transfer(1, { endToEndId: 'x'.repeat(36) })])],
  ['a text that is too long', file([transfer(1, { text: 'x'.repeat(141) })])],
  ['a message id that is too long', file([transfer(1)], { messageId: 'x'.repeat(34) })],
  ['a control character', file([transfer(1, { name: 'Kari\u0000' })])],
  ['half a character', file([transfer(1, { name: 'Kari \uD800' })])],
])('%s makes no file, and no name or account is in what is said of it', (_, wrong) => {
  expect(() => creditTransferXml(wrong)).toThrow(RangeError);
  expect(() => creditTransferXml(wrong)).not.toThrow(/Kari|\d{11}/);
});

test('ten thousand transfers come to their sum, and the same again to the same text', () => {
  const many = file(Array.from({ length: 10_000 }, (_, n) => transfer(n)));
  const xml = creditTransferXml(many);
  // 10 000 × 1 500 000 øre and 0 + 1 + … + 9 999 = 49 995 000 øre.
  expect(text(all(parse(xml), 'CstmrCdtTrfInitn/GrpHdr')[0]!, 'CtrlSum')).toBe('150499950.00');
  expect(creditTransferXml(many)).toBe(xml);
});

const line = (caseId: string, more: Partial<LineOfRun> = {}): LineOfRun => ({
  ...{ id: caseId.repeat(32), caseId, month: '2026-06', payee: 'participant', due: ore(2_000_000), settledBefore: ore(0) },
  ...{ gross: ore(2_000_000), setOffs: [], noWithholding: true, runId: 'r', runMonth: '2026-06', payDate: '2026-07-20' },
  ...{ status: 'confirmed', net: ore(1_500_000), paidOn: '2026-07-20', ...more },
});
const account = (recordedIn: number, digits: string): PaymentAccount => ({
  ...{ recordedIn, from: Temporal.PlainDate.from('2026-01-01'), account: digits, holder: 'participant', holderName: 'Kari Eksempel' },
});

test('a file is made again of what it was made of, whatever its lines and accounts have become', () => {
  const lines = [
    line('b'),
    line('a', { month: '2026-05', gross: ore(0), status: 'setOff' }),
    line('a'),
    line('a', { id: 'c'.repeat(32), payee: 'collectionAgency' }),
  ];
  const made = {
    ...({ madeAt: '2026-07-17T08:00:00Z', executionDate: '2026-07-20', payer: PAYER, collectionAgencyAccount: '76940512057' } as const),
    ...{ amounts: [ore(1_500_000), ore(80_000), ore(0)], accounts: [4, -1, -1] },
  };
  const accounts = [account(4, '12345678903'), account(9, '10000000030')];
  const again = (now: readonly LineOfRun[]) =>
    transferFileOf('5b0a1f0e-3a65-5a3e-9a53-0d1b8f1c2a77', made, now, (_, revision) =>
      accounts.find(({ recordedIn }) => recordedIn === revision),
    );
  const { messageId, transfers } = again(lines);
  expect(messageId).toBe('5b0a1f0e3a655a3e9a530d1b8f1c2a77');
  expect(transfers).toEqual([
    { endToEndId: 'a'.repeat(32), amount: 1_500_000, name: 'Kari Eksempel', account: '12345678903', text: 'Utbetaling for juni 2026' },
    {
      ...{ endToEndId: 'c'.repeat(32), amount: 80_000, name: 'Innkrevingsmyndigheten', account: '76940512057' },
      text: `Ref. ${'c'.repeat(32)}, juni 2026`,
    },
  ]);
  // Returned by the bank, and read in another order.
  expect(again(lines.toReversed().map((each) => (each.gross > 0 ? { ...each, status: 'rejected', net: null } : each))).transfers).toEqual(
    transfers,
  );
  expect(() => again(lines.slice(1))).toThrow(RangeError);
});
