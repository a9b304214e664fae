import { describe, expect, test } from '@jest/globals';
import { caseEvents } from './catalogue.ts';
import type { AnyEvent } from './kernel/definitions.ts';
import { MARITAL_STATUS_CODE, SEX_CODE } from './record-household/household-codes.ts';
import { SOCIAL_ASSISTANCE_CODE } from './record-intake/social-assistance.ts';
import { SUPPORT_CODE } from './record-other-support/support-kinds.ts';
import { SITUATION_CODE } from './record-outcome/situations.ts';
import { personRegistered } from './registers/person.events.ts';

/** What the figures come from: the case, and the number of the person. */
const events: Readonly<Record<string, AnyEvent>> = {
  ...(caseEvents as Readonly<Record<string, AnyEvent>>),
  PersonRegistered: personRegistered,
};

/** A field of an event: its type, `data` or `personal`, and the path in it; `[]` for the entries of a list. */
type Path = `${string}.${'data' | 'personal'}.${string}`;

/** Where a figure comes from, and what is made of it. `words`: those that the last field must be able to say. */
interface Source {
  readonly from: readonly Path[];
  readonly how: string;
  readonly words?: readonly string[];
}

const as = (path: Path, how = 'as it is'): Source => ({ from: [path], how });
const said = (path: Path, how: string, ...words: string[]): Source => ({ from: [path], how, words });
const asOfYearEnd = 'of the last household seen on or before 31 December';

const STARTED = 'ProgrammeStarted.data.startedOn';
const LAST_DAYS: readonly Path[] = ['ProgrammeTerminated.data.lastDay', 'ProgrammeEndedByMaximum.data.lastDay'];
const AWAY: readonly Path[] = ['LeaveGranted.data.from', 'ProgrammeInterrupted.data.from', 'ProgrammeResumed.data.resumedOn'];

/** What the lines of the payment schedule are made from. */
const SCHEDULE: readonly Path[] = [
  STARTED,
  'ProgrammeGranted.data.from',
  'ProgrammeGranted.data.to',
  'ProgrammeExtended.data.to',
  'ApplicationRegistered.personal.birthDate',
  'ChildRecorded.personal.birthDate',
  'WorkRecorded.personal.hoursPerWeek',
  'BenefitRecorded.personal.orePerDay',
  ...AWAY,
  ...LAST_DAYS,
];

const situation = (word: keyof typeof SITUATION_CODE, code: string) =>
  said('OutcomeRecorded.personal.situations[]', `${code} when told, else blank`, word);
const support = (word: keyof typeof SUPPORT_CODE, code: string) =>
  said('OtherSupportRecorded.personal.kinds[]', `${code} when told for a stipend month of the year, else blank`, word);
const month = (code: string): Source => ({ from: SCHEDULE, how: `${code} when the net of its payment lines is above 0 (§ 11.23)` });

/** KOSTRA 11CF, layout of 2026, field by field: width, and where it comes from. */
const KOSTRA_11CF: Readonly<Record<string, readonly [width: number, source: Source]>> = {
  KOMMUNE_NR: [4, as('ApplicationRegistered.personal.municipality')],
  VERSION: [2, { from: [], how: 'the reporting year modulo 100' }],
  BYDELSNR: [2, as('HouseholdRecorded.personal.district', `${asOfYearEnd}, in Oslo only`)],
  FODSELSDATO: [8, as('ApplicationRegistered.personal.birthDate', 'as DDMMYYYY, as last corrected')],
  PERSON_JOURNALNR: [8, { from: [], how: 'the first 48 bits of the case id, which names the stream, in base64url' }],
  PERSON_FODSELSNR: [11, as('PersonRegistered.personal.identityNumber', 'of the person of the case, the latest known')],
  KJONN: [1, said('HouseholdRecorded.personal.sex', 'the code of the last one told', 'male', 'female')],
  EKTSTAT: [1, said('HouseholdRecorded.personal.maritalStatus', `the code, ${asOfYearEnd}`, ...Object.keys(MARITAL_STATUS_CODE))],
  BU18: [1, as('HouseholdRecorded.personal.childrenUnder18', `1 above 0, else 2, ${asOfYearEnd}`)],
  ANTBU18: [2, as('HouseholdRecorded.personal.childrenUnder18', `blank for 0, ${asOfYearEnd}`)],
  REG_DATO: [8, as('ApplicationRegistered.data.receivedOn')],
  VEDTAK_DATO: [8, as('ProgrammeGranted.data.decidedOn', 'of the grant; extensions do not move it')],
  BEGYNT_DATO: [8, as(STARTED)],
  KVP_KOMM: [1, as('IntakeRecorded.personal.fromOtherMunicipality', '1 yes, 2 no')],
  KOMMNR_KVP_KOMM: [4, as('IntakeRecorded.personal.otherMunicipality', '9999 when nobody knows which')],
  YTELSE_SOSHJELP: [1, said('IntakeRecorded.personal.socialAssistance', '1 unless none', 'none')],
  YTELSE_TYPE_SOSHJ: [1, said('IntakeRecorded.personal.socialAssistance', '2 main, 3 supplementary', 'main', 'supplementary')],
  YTELSE_INTRO: [1, as('IntakeRecorded.personal.introductionBenefit', '4 when yes')],
  YTELSE_TILTAKSPENGER: [1, as('IntakeRecorded.personal.tiltakspenger', '5 when yes')],
  YTELSE_FOLKETRYGDL: [1, as('IntakeRecorded.personal.nationalInsurance', '6 when yes')],
  KVP_MED_ASTONAD: [
    1,
    {
      from: ['OtherSupportRecorded.data.from', 'OtherSupportRecorded.data.to', 'OtherSupportRecorded.personal.kinds[]'],
      how: '1 when any kind is told for a stipend month of the year; 2 when the answers are that there was none',
    },
  ],
  KVP_MED_KOMMBOS: [1, support('municipalHousingSupport', '4')],
  KVP_MED_HUSBANKBOS: [1, support('housingBankSupport', '5')],
  KVP_MED_SOSHJ_ENGANG: [1, support('socialAssistanceOneOff', '9')],
  KVP_MED_SOSHJ_PGM: [1, support('socialAssistanceForProgramme', '8')],
  KVP_MED_SOSHJ_SUP: [1, support('socialAssistanceRegular', '7')],
  STMND_1: [2, month('01')],
  STMND_2: [2, month('02')],
  STMND_3: [2, month('03')],
  STMND_4: [2, month('04')],
  STMND_5: [2, month('05')],
  STMND_6: [2, month('06')],
  STMND_7: [2, month('07')],
  STMND_8: [2, month('08')],
  STMND_9: [2, month('09')],
  STMND_10: [2, month('10')],
  STMND_11: [2, month('11')],
  STMND_12: [2, month('12')],
  KVP_STONAD: [7, { from: SCHEDULE, how: 'the sum of the payment lines by payment date in the year, half up to kroner (§ 11.23)' }],
  STATUS: [1, { from: [...AWAY, ...LAST_DAYS, 'ProgrammeTerminated.data.reason'], how: 'as it stands on 31 December (§ 11.22)' }],
  AVSL_DATO: [8, { from: LAST_DAYS, how: 'the last day in the programme; blank on leave' }],
  AVSL_ORDINAERTARB: [2, situation('ordinaryWork', '01')],
  AVSL_ARBLONNSTILS: [2, situation('subsidisedWork', '11')],
  AVSL_ARBMARK: [2, situation('labourMarketMeasure', '03')],
  AVSL_SKOLE: [2, situation('education', '04')],
  AVSL_UFORE: [2, situation('disabilityBenefit', '13')],
  AVSL_AAP: [2, situation('workAssessmentAllowance', '14')],
  AVSL_OK_AVKLAR: [2, situation('socialAssistanceAwaitingBenefit', '15')],
  AVSL_UTEN_OK_AVKLAR: [2, situation('socialAssistance', '16')],
  AVSL_ANNET: [2, situation('other', '10')],
  AVSL_UKJENT: [2, situation('unknown', '17')],
  AVSL_VIKTIGSTE_INNTEKT: [2, said('OutcomeRecorded.personal.mainIncome', 'its code', ...Object.keys(SITUATION_CODE))],
  SAKSBEHANDLER: [
    10,
    as('CaseworkerAssigned.data.caseworker', 'the last one, when its id is at most ten ASCII characters; it may be blank'),
  ],
};

/** The reports of 2008 and 2009: monthly, and every four months. The yearly one was KOSTRA as above, with individstønad for tiltakspenger. */
const REPORTS_OF_2008: Readonly<Record<string, Source>> = {
  'monthly: participants': { from: [STARTED, ...LAST_DAYS], how: 'started and not ended on the day, the last day included (§ 11.21)' },
  'monthly: applications': as('ApplicationRegistered.data.receivedOn', 'in the month of the report date'),
  'monthly: approvals': as('ProgrammeGranted.data.decidedOn', 'in the month of the report date'),
  'monthly: refusals': as('ApplicationRejected.data.decidedOn', 'in the month of the report date'),
  'tertial: participants by type of measure': said(
    'PlanChanged.personal.activities[].measure',
    'of the plan in force on the last day of the tertial',
    ...['state', 'municipal', 'county', 'health', 'own'],
  ),
  'tertial: case-processing time': {
    from: ['ApplicationRegistered.data.receivedOn', 'ProgrammeGranted.data.decidedOn', 'ApplicationRejected.data.decidedOn'],
    how: 'mean and median of days from received to decided, decisions of the tertial (§ 11.33)',
  },
  'tertial: income support before': as('IntakeRecorded.personal.socialAssistance', 'participants by kind, none included'),
  'tertial: stipend with supplementary assistance': said(
    'OtherSupportRecorded.personal.kinds[]',
    'participants with it in the tertial',
    'socialAssistanceRegular',
  ),
  'tertial: exits by cause': as('ProgrammeTerminated.data.reason', 'last days in the tertial; reaching the maximum is a cause'),
  'tertial: months participated': { from: [STARTED, ...LAST_DAYS], how: 'whole months of those who left (§ 11.33)' },
};

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly string[];
}

/** The schema of a field; undefined when no event has it. */
function fieldAt(path: string): Schema | undefined {
  const [type = '', part, ...fields] = path.split('.');
  const schema = (events[type]?.schema as Readonly<Record<string, Schema | null>> | undefined)?.[part ?? ''] ?? undefined;
  return fields.reduce<Schema | undefined>((at, field) => {
    const [name = '', list] = field.split('[]');
    const inner = at?.properties?.[name];
    return list === undefined ? inner : inner?.items;
  }, schema);
}

function faultsOf({ from, how, words = [] }: Source): readonly string[] {
  const missing = from.filter((path) => fieldAt(path) === undefined);
  const known = fieldAt(from.at(-1) ?? '')?.enum ?? [];
  return [...missing, ...words.filter((word) => !known.includes(word)), ...(how === '' ? ['says nothing of how'] : [])];
}

describe('KOSTRA 11CF', () => {
  test.each(Object.entries(KOSTRA_11CF))('%s comes out of the log', (_field, [, source]) => {
    expect(faultsOf(source)).toEqual([]);
  });

  test('is there field by field: 53 of them, 152 positions', () => {
    const widths = Object.values(KOSTRA_11CF).map(([width]) => width);
    expect([widths.length, widths.reduce((sum, width) => sum + width, 0)]).toEqual([53, 152]);
  });

  test('every word that it has a code for has the code of its field', () => {
    const codes = Object.values(KOSTRA_11CF).flatMap(([, { how, words = [] }]) =>
      words.length === 1 ? [[words[0], how.slice(0, 2).trim()]] : [],
    );
    const told = { ...SUPPORT_CODE, ...SITUATION_CODE };
    expect(Object.fromEntries(codes.filter(([word]) => word !== undefined && word in told))).toEqual(told);
    expect([SOCIAL_ASSISTANCE_CODE.main, SOCIAL_ASSISTANCE_CODE.supplementary]).toEqual(['2', '3']);
    expect([SEX_CODE.male, SEX_CODE.female]).toEqual(['1', '2']);
  });
});

describe('the reports of 2008', () => {
  test.each(Object.entries(REPORTS_OF_2008))('%s comes out of the log', (_field, source) => {
    expect(faultsOf(source)).toEqual([]);
  });
});

test('a field that no event has, and a word that no event can say, are found', () => {
  expect(faultsOf(as('HouseholdRecorded.personal.shoeSize'))).toEqual(['HouseholdRecorded.personal.shoeSize']);
  expect(faultsOf(as('NothingHappened.data.on'))).toEqual(['NothingHappened.data.on']);
  expect(faultsOf(said('OutcomeRecorded.personal.situations[]', 'blank', 'prison'))).toEqual(['prison']);
  expect(faultsOf(as('OutcomeRecorded.data.on[]'))).toEqual(['OutcomeRecorded.data.on[]']);
});
