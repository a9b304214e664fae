export { toCsv } from './csv.ts';
export type { Fault } from './decoded.ts';
export * from './import-csv.ts';
export * from './report-sheets.ts';
export * from './sheets.ts';
export { toXlsx } from './xlsx.ts';
