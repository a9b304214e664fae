import { type IsoDate } from '@kvp/calendar';
import { isKroner, kroner } from '@kvp/money';
import {
  type CoverageInput,
  type CoverageResources,
  NEED_CLASS_NAMES,
  type Recipient,
  countRecipient,
  isMunicipality,
  isPassedOver,
  needClassOf,
} from '@kvp/reporting';
import { type CsvRow, type ImportReport, importCsv } from '@kvp/tables';

const LIST = {
  id: { titles: ['referanse', 'id'], required: true },
  municipality: { titles: ['kommune', 'kommunenummer'], required: true },
  months: { titles: ['måneder', 'maaneder'], required: true },
  needClass: { titles: ['innsatsbehov', 'innsatsgruppe'], required: true },
  otherIncome: { titles: ['annen inntekt'], required: false },
  offered: { titles: ['tilbudt', 'tilbudt program'], required: true },
} as const;

const RESOURCES = {
  municipality: { titles: ['kommune', 'kommunenummer'], required: true },
  target: { titles: ['måltall', 'maaltall'], required: true },
  budget: { titles: ['budsjett'], required: true },
  places: { titles: ['plasser'], required: true },
} as const;

export interface ImportOptions {
  /** The day that municipality numbers are of. */
  readonly on: IsoDate;
  readonly signal?: AbortSignal;
  readonly onProgress?: (rows: number) => void;
}

/** What was counted of a list; null when it has a fault. */
export interface Imported<Value> extends ImportReport {
  readonly value: Value | null;
}

const YES_NO: Readonly<Record<string, boolean>> = { ja: true, nei: false };
/** More than anybody has had social assistance. */
const MOST_MONTHS = 900;
const WHOLE = /^\d{1,9}$/;
/** Eleven digits are somebody's number, and stand in no list of ours. */
const IDENTITY_NUMBER = /^\d{11}$/;

/**
 * Counts a list of recipients of social assistance as it is read: nothing of a person is kept but the references of those who were passed
 * over. All or nothing: with one fault there is no count.
 */
export async function importRecipients(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<Imported<CoverageInput['lists']> & { readonly passedOver: readonly string[] }> {
  const seen = new Set<string>();
  const passedOver: string[] = [];
  let lists: CoverageInput['lists'] = {};
  const take = (row: CsvRow<keyof typeof LIST>): string | undefined => {
    const read = recipientOf(row, options.on);
    if (typeof read === 'string') return read;
    if (seen.has(read.id)) return 'referansen står flere ganger';
    seen.add(read.id);
    lists = countRecipient(lists, read);
    if (isPassedOver(read)) passedOver.push(read.id);
    return undefined;
  };
  const report = await importCsv(source, { columns: LIST, take, ...following(options) });
  const isWhole = report.faults.length === 0;
  return { ...report, value: isWhole ? lists : null, passedOver: isWhole ? passedOver : [] };
}

function recipientOf(
  { id, municipality, months, needClass, otherIncome, offered }: CsvRow<keyof typeof LIST>,
  on: IsoDate,
): Recipient | string {
  if (id === '') return 'referanse mangler';
  if (IDENTITY_NUMBER.test(id)) return 'referansen ser ut som et fødselsnummer; bruk kontorets egen referanse';
  if (!isMunicipality(municipality, on)) return 'kommune er ikke en kommune på den dagen';
  if (!WHOLE.test(months) || Number(months) > MOST_MONTHS) return 'måneder er ikke et helt antall';
  const need = needClassOf(needClass);
  if (need === undefined) return `innsatsbehov er ukjent; kjente navn er ${NEED_CLASS_NAMES.join(', ')}`;
  const income = otherIncome === '' ? false : YES_NO[otherIncome.toLowerCase()];
  if (income === undefined) return 'annen inntekt er ja eller nei';
  const wasOffered = YES_NO[offered.toLowerCase()];
  if (wasOffered === undefined) return 'tilbudt er ja eller nei';
  return { id, municipality, months: Number(months), needClass: need, otherIncome: income, offered: wasOffered };
}

/** Reads what the municipalities have set aside; budgets in kroner. All or nothing. */
export async function importResources(
  source: AsyncIterable<Uint8Array>,
  options: ImportOptions,
): Promise<Imported<readonly CoverageResources[]>> {
  const value: CoverageResources[] = [];
  const take = ({ municipality, target, budget, places }: CsvRow<keyof typeof RESOURCES>): string | undefined => {
    if (!isMunicipality(municipality, options.on)) return 'kommune er ikke en kommune på den dagen';
    if (value.some((each) => each.municipality === municipality)) return 'kommunen står flere ganger';
    if (!WHOLE.test(target)) return 'måltall er ikke et helt antall';
    if (!isKroner(budget) || kroner(budget) < 0) return 'budsjett er ikke kroner';
    if (!WHOLE.test(places)) return 'plasser er ikke et helt antall';
    value.push({ municipality, target: Number(target), budget: kroner(budget), places: Number(places) });
    return undefined;
  };
  const report = await importCsv(source, { columns: RESOURCES, take, ...following(options) });
  return { ...report, value: report.faults.length === 0 ? value : null };
}

const following = ({ signal, onProgress }: ImportOptions) => ({
  ...(signal === undefined ? {} : { signal }),
  ...(onProgress === undefined ? {} : { onProgress }),
});
