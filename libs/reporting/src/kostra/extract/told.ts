import { type IsoDate, type PlainDate, isAfter, iso } from '@kvp/calendar';
import {
  type CaseState,
  type Household,
  MARITAL_STATUS_CODE,
  SEX_CODE,
  SITUATION_CODE,
  SOCIAL_ASSISTANCE_CODE,
  SUPPORT_CODE,
  type Situation,
  type SupportKind,
} from '@kvp/lifecycle';
import { SITUATION_FIELDS, SUPPORT_FIELDS } from '../layout/fields.ts';
import type { Layout } from '../layout/layout.ts';
import type { KostraScope, Missing } from './kostra-case.ts';
import type { KostraStatus } from './status.ts';

/** Fields that rest on what somebody has told, and what nobody has. */
export interface Told {
  readonly record: Readonly<Record<string, string>>;
  readonly missing: readonly Missing[];
}

const missing = (field: string, message: string, command: string): Missing => ({ field, message, command });
const YES = '1';
const NO = '2';
const yesNo = (is: boolean): string => (is ? YES : NO);

/** Marital status and children as last seen by the day; sex as last told. */
export function householdFields({ circumstances }: CaseState, asOf: PlainDate): Told {
  const seen = circumstances.household
    .filter(({ on }) => !isAfter(on, asOf))
    .reduce<Household | null>((last, each) => (last !== null && isAfter(last.on, each.on) ? last : each), null);
  const sex = circumstances.household.reduce<string | null>((told, each) => each.sex ?? told, null);
  const children = seen?.childrenUnder18 ?? 0;
  return {
    record: {
      KJONN: sex === null ? '' : SEX_CODE[sex as keyof typeof SEX_CODE],
      EKTSTAT: seen === null ? '' : MARITAL_STATUS_CODE[seen.maritalStatus as keyof typeof MARITAL_STATUS_CODE],
      BU18: seen === null ? '' : yesNo(children > 0),
      ANTBU18: children > 0 ? String(children) : '',
    },
    missing: [
      ...(sex === null ? [missing('KJONN', 'Kjønn er ikke registrert.', 'recordHousehold')] : []),
      ...(seen === null ? [missing('EKTSTAT', 'Sivilstand og barn er ikke registrert.', 'recordHousehold')] : []),
    ],
  };
}

/** What was lived on in the two months before the application, and a programme elsewhere. */
export function benefitFields({ circumstances }: CaseState, codeOf: (municipality: string | null) => string, layout: Layout): Told {
  const intake = circumstances.intake.at(-1);
  if (intake === undefined)
    return { record: {}, missing: [missing('KVP_KOMM', 'Inntekt før søknaden og tidligere program er ikke registrert.', 'recordIntake')] };
  const measureBenefit = layout.field('YTELSE_TILTAKSPENGER') === undefined ? 'YTELSE_INDIVIDSTONAD' : 'YTELSE_TILTAKSPENGER';
  const { socialAssistance } = intake;
  return {
    record: {
      KVP_KOMM: yesNo(intake.fromOtherMunicipality),
      KOMMNR_KVP_KOMM: intake.fromOtherMunicipality ? codeOf(intake.otherMunicipality) : '',
      YTELSE_SOSHJELP: socialAssistance === 'none' ? '' : '1',
      YTELSE_TYPE_SOSHJ: SOCIAL_ASSISTANCE_CODE[socialAssistance] ?? '',
      YTELSE_INTRO: intake.introductionBenefit ? '4' : '',
      [measureBenefit]: intake.tiltakspenger ? '5' : '',
      YTELSE_FOLKETRYGDL: intake.nationalInsurance ? '6' : '',
    },
    missing: [],
  };
}

/** Support beside the stipend in the months that it was paid for; without such months, in the year as far as the day. */
export function supportFields({ circumstances }: CaseState, { year, asOf }: KostraScope, months: readonly string[]): Told {
  const touches = (from: IsoDate, to: IsoDate) => (period: { readonly from: PlainDate; readonly to: PlainDate }) =>
    iso(period.from) <= to && from <= iso(period.to);
  const answers = circumstances.otherSupport.filter(touches(`${year}-01-01` as IsoDate, asOf));
  if (answers.length === 0)
    return {
      record: {},
      missing: [
        missing('KVP_MED_ASTONAD', 'Det er ikke registrert om deltakeren fikk støtte ved siden av stønaden.', 'recordOtherSupport'),
      ],
    };
  const inStipendMonth = answers.filter(
    (answer) =>
      months.length === 0 || months.some((code) => touches(`${year}-${code}-01` as IsoDate, `${year}-${code}-31` as IsoDate)(answer)),
  );
  const kinds = new Set<string>(inStipendMonth.flatMap((answer) => answer.kinds.map((kind) => SUPPORT_CODE[kind as SupportKind])));
  const told = Object.fromEntries(Object.entries(SUPPORT_FIELDS).map(([field, code]) => [field, kinds.has(code) ? code : '']));
  return { record: { KVP_MED_ASTONAD: yesNo(kinds.size > 0), ...told }, missing: [] };
}

/** After a death there is no other situation than «annet». Decided point 22. */
const AFTER_DEATH: { readonly situations: readonly Situation[]; readonly mainIncome: Situation } = {
  situations: ['other'],
  mainIncome: 'other',
};

/** What the participant went on to: asked for after status 3 and 7 alone. */
export function outcomeFields({ circumstances }: CaseState, status: KostraStatus, reason: string | null): Told {
  if (status !== '3' && status !== '7') return { record: {}, missing: [] };
  const outcome = reason === 'death' ? AFTER_DEATH : circumstances.outcome.at(-1);
  if (outcome === undefined)
    return {
      record: {},
      missing: [missing('AVSL_VIKTIGSTE_INNTEKT', 'Situasjonen etter programmet er ikke registrert.', 'recordOutcome')],
    };
  const codes = new Set<string>(outcome.situations.map((situation) => SITUATION_CODE[situation as Situation]));
  return {
    record: {
      ...Object.fromEntries(Object.entries(SITUATION_FIELDS).map(([field, code]) => [field, codes.has(code) ? code : ''])),
      AVSL_VIKTIGSTE_INNTEKT: SITUATION_CODE[outcome.mainIncome as Situation],
    },
    missing: [],
  };
}
