import { type LogReader, readEvents } from '../case/case-log.ts';
import { RATES_STREAM, type RatesBook, ratesBook } from './rates.ts';

/** The rates as the log has them now, for whoever has no service. Throws RatesDisagree, and what reading throws. */
export const readRatesBook = async (reader: LogReader): Promise<RatesBook> => ratesBook(await readEvents(reader, RATES_STREAM));
