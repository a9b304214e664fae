import { type IsoDate, type PlainDate, date, isAfter, isBefore, iso } from '@kvp/calendar';
import type { CaseState } from '@kvp/lifecycle';
import { OSLO } from '../../areas/districts.ts';
import { municipalityOn } from '../../areas/municipalities.ts';
import { districtOn, endOf } from '../../facts/facts-of.ts';
import { kostraDate } from '../record/dates.ts';
import type { KostraRecord } from '../record/record.ts';
import { type Layout, UNKNOWN_MUNICIPALITY } from '../layout/layout.ts';
import { caseworkerNumber, journalNumber } from './codes.ts';
import { benefitFields, householdFields, outcomeFields, supportFields } from './told.ts';
import type { KostraCase, KostraScope, Missing } from './kostra-case.ts';
import { paidInYear, stipendMonths } from './money.ts';
import { statusOn } from './status.ts';
import { monthField } from '../layout/fields.ts';

/** What a participation is in the file, and what is missing of it. */
export interface Participated {
  readonly caseId: string;
  readonly journal: string;
  readonly record: KostraRecord;
  readonly missing: readonly Missing[];
}

/**
 * Whether a case has a record: it had started by the day, and had not ended before the year. Leave does not end it. Decided point 22 and
 * SSB's definition of the population. `asOf` is in the year.
 */
export function isInPopulation(state: CaseState, { municipality, district, asOf }: KostraScope): boolean {
  const { application, start } = state;
  const day = date(asOf);
  if (application === null || start === null || isAfter(start.on, day)) return false;
  if (municipalityOn(application.municipality, asOf) !== municipality) return false;
  if (district !== undefined && districtOn(state, day) !== district) return false;
  const end = endOf(state, day);
  return end === null || !isBefore(end.lastDay, day.with({ month: 1, day: 1 }));
}

/** The record of a participation that is in the population. */
export function participated({ caseId, state, identityNumber, payments }: KostraCase, scope: KostraScope, layout: Layout): Participated {
  const { application, grant, start } = state;
  if (application === null || grant === null || start === null) throw new TypeError('Only what has started has a record.');
  const asOf = date(scope.asOf);
  const { status, lastDay, reason } = statusOn(state, asOf);
  const day = (field: string, on: PlainDate): Record<string, string> => {
    const width = layout.field(field)?.width;
    return width === undefined ? {} : { [field]: kostraDate(iso(on), width) };
  };
  const months = stipendMonths(payments, scope.year);
  const household = householdFields(state, asOf);
  const benefits = benefitFields(state, (told) => municipalityCode(told, scope.asOf, layout), layout);
  const support = supportFields(state, scope, months);
  const outcome = outcomeFields(state, status, reason);
  const district = scope.municipality === OSLO ? districtOn(state, asOf) : null;
  const sum = paidInYear(payments, scope.year);
  const journal = journalNumber(caseId);
  return {
    caseId,
    journal,
    record: {
      KOMMUNE_NR: scope.municipality,
      VERSION: String(scope.year % 100).padStart(2, '0'),
      BYDELSNR: district ?? '',
      ...day('FODSELSDATO', application.birthDate),
      PERSON_JOURNALNR: journal,
      PERSON_FODSELSNR: identityNumber ?? fallbackNumber(iso(application.birthDate), household.record['KJONN'] ?? ''),
      ...household.record,
      ...day('REG_DATO', application.receivedOn),
      ...day('VEDTAK_DATO', grant.decidedOn),
      ...day('BEGYNT_DATO', start.on),
      ...benefits.record,
      ...support.record,
      ...Object.fromEntries(months.map((code) => [monthField(code), code])),
      KVP_STONAD: String(Math.max(0, sum)),
      STATUS: layout.field('STATUS')?.codes?.includes(status) === true ? status : '3',
      ...(lastDay === null ? {} : day('AVSL_DATO', lastDay)),
      ...outcome.record,
      SAKSBEHANDLER: caseworkerNumber(state.handling.caseworker),
    },
    missing: [
      ...household.missing,
      ...benefits.missing,
      ...support.missing,
      ...outcome.missing,
      ...(scope.municipality === OSLO && district === null ? [DISTRICT] : []),
      ...(sum < 0 ? [NEGATIVE] : []),
    ],
  };
}

const DISTRICT: Missing = { field: 'BYDELSNR', message: 'Bydelen er ikke registrert.', command: 'recordHousehold' };
const NEGATIVE: Missing = {
  field: 'KVP_STONAD',
  message: 'Mer er tatt tilbake enn utbetalt i året; summen rapporteres som 0.',
  command: 'settle',
};

/** What SSB takes for a person without a number: birth date and 00100 for men, 00200 for women, 99999 when it is not told. Control 005. */
const fallbackNumber = (birthDate: IsoDate, sex: string): string =>
  kostraDate(birthDate, 6) + (sex === '1' ? '00100' : sex === '2' ? '00200' : '99999');

/** The municipality that somebody came from, by the number that the year knows it by; 9999 where it knows none. */
function municipalityCode(told: string | null, asOf: IsoDate, layout: Layout): string {
  const now = told === null ? UNKNOWN_MUNICIPALITY : municipalityOn(told, asOf);
  return layout.field('KOMMNR_KVP_KOMM')?.codes?.includes(now) === true ? now : UNKNOWN_MUNICIPALITY;
}
