import { expect, test } from '@jest/globals';
import type { Report } from '@kvp/reporting';
import { unzipSync } from 'fflate';
import { toCsv } from './csv.ts';
import { linesOfReport, sheetsOfReport } from './report-sheets.ts';
import { toXlsx } from './xlsx.ts';

const report: Report = {
  ...{ kind: 'expenditure', title: 'Utgifter', area: '09', areaName: 'Aust-Agder', period: '2015', asOf: '2015-12-31' },
  ...{ knownAt: '2016-01-15T10:00:00Z', suppressed: true, unreadable: 1 },
  tables: [
    {
      ...{ id: 'months', title: 'Måned for måned', rowTitle: 'Måned' },
      columns: [
        { id: 'paid', title: 'Utbetalt', unit: 'øre' },
        { id: 'persons', title: 'Deltakere', unit: 'persons' },
      ],
      rows: [{ id: '2015-01', title: 'januar 2015', cells: [123_456, 'hidden'] }],
      total: { id: 'total', title: 'I alt', cells: [123_456, null] },
    },
  ],
};

const START = 'expenditure,09,2015,2015-12-31,2016-01-15T10:00:00Z,months';

test('a figure a line, amounts in kroner, what is hidden as a star', () => {
  expect(toCsv(linesOfReport(report)).split('\r\n')).toEqual([
    'report,area,period,asOf,knownAt,table,row,rowTitle,column,columnTitle,unit,value',
    `${START},2015-01,januar 2015,paid,Utbetalt,øre,1234.56`,
    `${START},2015-01,januar 2015,persons,Deltakere,persons,*`,
    `${START},total,I alt,paid,Utbetalt,øre,1234.56`,
    `${START},total,I alt,persons,Deltakere,persons,`,
    '',
  ]);
});

test('what a spreadsheet would run is kept from it', () => {
  expect(toCsv({ titles: ['a'], rows: [['=1+1'], ['med, komma']] })).toBe(`a\r\n'=1+1\r\n"med, komma"\r\n`);
});

test('an Excel file has a sheet a table, and a first one that says what it is', async () => {
  const files = unzipSync(await toXlsx(sheetsOfReport(report)));
  const text = (name: string): string => new TextDecoder().decode(files[name]);
  expect(text('xl/workbook.xml')).toMatch(/Om rapporten.*Måned for måned/s);
  expect(text('xl/sharedStrings.xml')).toContain('januar 2015');
  expect(text('xl/worksheets/sheet2.xml')).toContain('<v>1234.56</v>');
});
