import { SITUATION_CODE } from '@kvp/lifecycle';

/** Text stands to the left, whole numbers to the right, both padded with spaces; dates are digits alone. */
export type FieldType = 'text' | 'integer' | 'date';

/** One field of a record, as the layout of a year has it. */
export interface Field {
  readonly name: string;
  readonly width: number;
  readonly type: FieldType;
  /** SSB's own description says that it must be filled in. */
  readonly mandatory: boolean;
  /** What it may hold beside blanks; left out: anything of its type. */
  readonly codes?: readonly string[];
}

const text = (name: string, width: number, codes?: readonly string[]): Field => ({
  ...{ name, width, type: 'text', mandatory: false },
  ...(codes === undefined ? {} : { codes }),
});
const must = (field: Field): Field => ({ ...field, mandatory: true });
const number = (name: string, width: number): Field => ({ name, width, type: 'integer', mandatory: false });
const date = (name: string): Field => ({ name, width: 8, type: 'date', mandatory: false });

const YES_NO = ['1', '2'];
/** Where there is nothing else to say, a box holds its own code or blanks. */
const box = (name: string, code: string): Field => text(name, code.length, [code]);

/** The situations after the programme in the order of their fields; the main income is one of the same codes. Klass 556. */
export const SITUATION_FIELDS = {
  AVSL_ORDINAERTARB: SITUATION_CODE.ordinaryWork,
  AVSL_ARBLONNSTILS: SITUATION_CODE.subsidisedWork,
  AVSL_ARBMARK: SITUATION_CODE.labourMarketMeasure,
  AVSL_SKOLE: SITUATION_CODE.education,
  AVSL_UFORE: SITUATION_CODE.disabilityBenefit,
  AVSL_AAP: SITUATION_CODE.workAssessmentAllowance,
  AVSL_OK_AVKLAR: SITUATION_CODE.socialAssistanceAwaitingBenefit,
  AVSL_UTEN_OK_AVKLAR: SITUATION_CODE.socialAssistance,
  AVSL_ANNET: SITUATION_CODE.other,
  AVSL_UKJENT: SITUATION_CODE.unknown,
} as const;

/** Support beside the stipend in the order of its fields; their codes are in another. */
export const SUPPORT_FIELDS = {
  KVP_MED_KOMMBOS: '4',
  KVP_MED_HUSBANKBOS: '5',
  KVP_MED_SOSHJ_ENGANG: '9',
  KVP_MED_SOSHJ_PGM: '8',
  KVP_MED_SOSHJ_SUP: '7',
} as const;

export const MONTH_CODES = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
export const monthField = (code: string): string => `STMND_${Number(code)}`;

/** The layout for the reporting year 2026: 53 fields, 152 positions. */
export const FIELDS_2026: readonly Field[] = [
  must(text('KOMMUNE_NR', 4)),
  must(text('VERSION', 2)),
  text('BYDELSNR', 2),
  must(date('FODSELSDATO')),
  must(text('PERSON_JOURNALNR', 8)),
  must(text('PERSON_FODSELSNR', 11)),
  must(text('KJONN', 1, YES_NO)),
  must(text('EKTSTAT', 1, ['1', '2', '3', '4', '5'])),
  must(text('BU18', 1, YES_NO)),
  number('ANTBU18', 2),
  must(date('REG_DATO')),
  must(date('VEDTAK_DATO')),
  must(date('BEGYNT_DATO')),
  text('KVP_KOMM', 1, YES_NO),
  text('KOMMNR_KVP_KOMM', 4),
  box('YTELSE_SOSHJELP', '1'),
  text('YTELSE_TYPE_SOSHJ', 1, ['2', '3']),
  box('YTELSE_INTRO', '4'),
  box('YTELSE_TILTAKSPENGER', '5'),
  box('YTELSE_FOLKETRYGDL', '6'),
  text('KVP_MED_ASTONAD', 1, YES_NO),
  ...Object.entries(SUPPORT_FIELDS).map(([name, code]) => box(name, code)),
  ...MONTH_CODES.map((code) => box(monthField(code), code)),
  number('KVP_STONAD', 7),
  must(text('STATUS', 1, ['1', '2', '3', '4', '5', '6', '7'])),
  date('AVSL_DATO'),
  ...Object.entries(SITUATION_FIELDS).map(([name, code]) => box(name, code)),
  text('AVSL_VIKTIGSTE_INNTEKT', 2, Object.values(SITUATION_FIELDS)),
  text('SAKSBEHANDLER', 10),
];
