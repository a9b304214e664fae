import { DISTRICT_NAMES, OSLO } from '../../areas/districts.ts';
import { lenientYear } from '../record/dates.ts';
import { type ControlContext, type RecordControl, isOneOf, numberIn, valueOf } from './control.ts';
import { birthYearIn, isTaken } from './identity.ts';

const YES_NO = ['1', '2'];
const YOUNGEST = 18;
const OLDEST = 68;
const MOST_CHILDREN = 13;

const ageIn = (record: Parameters<RecordControl['fails']>[0], { year }: ControlContext): number | undefined => {
  const born = birthYearIn(valueOf(record, 'PERSON_FODSELSNR'), year);
  return born === undefined ? undefined : year - born;
};

/** Identity, person and household: controls 003 to 013, which the social assistance form shares. */
export const PERSON_CONTROLS: readonly RecordControl[] = [
  {
    ...{ number: '003', title: 'Kommunenummer', severity: 'ERROR', fields: ['KOMMUNE_NR'] },
    message: 'Kommunenummeret er et annet enn rapporterende kommunes.',
    fails: (record, { municipality }) => valueOf(record, 'KOMMUNE_NR') !== municipality,
  },
  {
    ...{ number: '003', title: 'Bydelsnummer', severity: 'ERROR', fields: ['BYDELSNR'] },
    message: 'Bydelsnummer er 01 til 15 i Oslo, og blankt ellers.',
    fails: (record, { municipality }) =>
      municipality === OSLO ? !(valueOf(record, 'BYDELSNR') in DISTRICT_NAMES) : valueOf(record, 'BYDELSNR') !== '',
  },
  {
    ...{ number: '004', title: 'Oppgaveår', severity: 'ERROR', fields: ['VERSION'] },
    message: 'Oppgaveåret er et annet enn rapporteringsåret.',
    fails: (record, { year }) => 2000 + (numberIn(record, 'VERSION') ?? 0) !== year,
  },
  {
    ...{ number: '004A', title: 'Fødselsdato', severity: 'ERROR', fields: ['FODSELSDATO'] },
    message: 'Fødselsdatoen mangler eller er ingen dato.',
    fails: (record, { layout }) => layout.field('FODSELSDATO') !== undefined && lenientYear(valueOf(record, 'FODSELSDATO')) === undefined,
  },
  {
    ...{ number: '005', title: 'Fødselsnummer', severity: 'ERROR', fields: ['PERSON_FODSELSNR'] },
    message: 'Fødselsnummeret eller D-nummeret er ikke gyldig.',
    fails: (record, { year }) => !isTaken(valueOf(record, 'PERSON_FODSELSNR'), year),
  },
  {
    ...{ number: '006', title: 'Alder under 18 år', severity: 'ERROR', fields: ['PERSON_FODSELSNR'] },
    message: 'Deltakeren er under 18 år i rapporteringsåret.',
    fails: (record, context) => (ageIn(record, context) ?? YOUNGEST) < YOUNGEST,
  },
  {
    ...{ number: '007', title: 'Alder er 68 år eller over', severity: 'WARNING', fields: ['PERSON_FODSELSNR'] },
    message: 'Deltakeren er over 68 år i rapporteringsåret.',
    fails: (record, context) => (ageIn(record, context) ?? OLDEST) > OLDEST,
  },
  {
    ...{ number: '008', title: 'Kjønn', severity: 'ERROR', fields: ['KJONN'] },
    message: 'Kjønn er 1 (mann) eller 2 (kvinne).',
    fails: (record) => !isOneOf(record, 'KJONN', YES_NO),
  },
  {
    ...{ number: '009', title: 'Sivilstand', severity: 'ERROR', fields: ['EKTSTAT'] },
    message: 'Sivilstand er 1 til 5.',
    fails: (record) => !isOneOf(record, 'EKTSTAT', ['1', '2', '3', '4', '5']),
  },
  {
    ...{ number: '010', title: 'Forsørgerplikt, gyldige verdier', severity: 'ERROR', fields: ['BU18'] },
    message: 'Om deltakeren forsørger barn under 18 år, er 1 (ja) eller 2 (nei).',
    fails: (record) => !isOneOf(record, 'BU18', YES_NO),
  },
  {
    ...{ number: '011', title: 'Barn, antall mangler', severity: 'ERROR', fields: ['ANTBU18'] },
    message: 'Antall barn mangler.',
    fails: (record) => isOneOf(record, 'BU18', ['1']) && (numberIn(record, 'ANTBU18') ?? 0) <= 0,
  },
  {
    ...{ number: '012', title: 'Antall barn uten ja', severity: 'ERROR', fields: ['BU18', 'ANTBU18'] },
    message: 'Antall barn er fylt ut uten at deltakeren forsørger barn.',
    fails: (record) => (numberIn(record, 'ANTBU18') ?? 0) > 0 && !isOneOf(record, 'BU18', ['1']),
  },
  {
    ...{ number: '013', title: 'Mange barn', severity: 'ERROR', fields: ['ANTBU18'] },
    message: 'Antall barn er 14 eller flere.',
    fails: (record) => (numberIn(record, 'ANTBU18') ?? 0) > MOST_CHILDREN,
  },
];
