import type { IsoDate } from '@kvp/calendar';
import type { Payer } from '@kvp/lifecycle';
import { type Ore, formatKroner, ore } from '@kvp/money';
import { type Transfer, checked } from './transfer.ts';
import { type XmlElement, element, xmlDocument } from './xml.ts';

/** Everything that a payment file is made of: the same again makes the same bytes. */
export interface TransferFile {
  /** At most 35 characters; a bank takes a message once by it. */
  readonly messageId: string;
  /** An instant in UTC. */
  readonly madeAt: string;
  /** The day that the accounts are credited on. */
  readonly executionDate: IsoDate;
  readonly payer: Payer;
  readonly transfers: readonly Transfer[];
}

const NAMESPACE = 'urn:iso:std:iso:20022:tech:xsd:pain.001.001.09';

/**
 * A customer credit transfer initiation, ISO 20022 `pain.001.001.09`, as banks in Norway take it: kroner, and accounts by their eleven digits.
 * Throws RangeError when something in it is not as the message wants it; that the message fits a schema, nobody here has checked.
 */
export const creditTransferXml = (file: TransferFile): string => [...xmlDocument(document(checked(file)))].join('');

function document({ messageId, madeAt, executionDate, payer, transfers }: TransferFile): XmlElement {
  const count = element('NbOfTxs', String(transfers.length));
  const sum = element('CtrlSum', formatKroner(sumOf(transfers)));
  const header = element(
    'GrpHdr',
    ...[element('MsgId', messageId), element('CreDtTm', madeAt), count, sum],
    element('InitgPty', element('Nm', payer.name), identity(payer.agreement)),
  );
  const payment = element(
    'PmtInf',
    ...[element('PmtInfId', `${messageId}-1`), element('PmtMtd', 'TRF'), count, sum],
    element('PmtTpInf', element('InstrPrty', 'NORM')),
    element('ReqdExctnDt', element('Dt', executionDate)),
    party('Dbtr', payer.name),
    { name: 'DbtrAcct', content: [bban(payer.account), element('Ccy', 'NOK')] },
    element('DbtrAgt', element('FinInstnId', element('BICFI', payer.bic))),
    element('ChrgBr', 'SLEV'),
    ...transfers.map(transaction),
  );
  const root = element('Document', element('CstmrCdtTrfInitn', header, payment));
  return { ...root, attributes: { xmlns: NAMESPACE } };
}

const transaction = ({ endToEndId, amount, name, account, text }: Transfer): XmlElement =>
  element(
    'CdtTrfTxInf',
    element('PmtId', element('InstrId', endToEndId), element('EndToEndId', endToEndId)),
    element('Amt', { ...element('InstdAmt', formatKroner(amount)), attributes: { Ccy: 'NOK' } }),
    party('Cdtr', name),
    element('CdtrAcct', bban(account)),
    element('RmtInf', element('Ustrd', text)),
  );

const party = (role: string, name: string): XmlElement => element(role, element('Nm', name), element('PstlAdr', element('Ctry', 'NO')));

/** The number of an account within a country. */
const bban = (account: string): XmlElement =>
  element('Id', element('Othr', element('Id', account), element('SchmeNm', element('Cd', 'BBAN'))));

/** What a bank knows its customer by, where it asks for that. */
const identity = (agreement: string | undefined): XmlElement | undefined =>
  agreement === undefined
    ? undefined
    : element('Id', element('OrgId', element('Othr', element('Id', agreement), element('SchmeNm', element('Cd', 'CUST')))));

export const sumOf = (transfers: readonly Pick<Transfer, 'amount'>[]): Ore => ore(transfers.reduce((sum, { amount }) => sum + amount, 0));
