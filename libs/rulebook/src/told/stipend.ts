import type { LawBenefit } from '../epochs/stipend.ts';
import { type GroupWords, either, listed, words, years } from './words.ts';

const BENEFIT: Readonly<Record<LawBenefit, string>> = {
  dagpenger: 'dagpenger',
  sykepenger: 'sykepenger',
  foreldrepenger: 'foreldrepenger',
  rehabiliteringspenger: 'rehabiliteringspenger',
  uforetrygd: 'uføretrygd',
};

const benefits = (kinds: readonly LawBenefit[]): string => listed(kinds.map((kind) => BENEFIT[kind]));

export const stipendWords: GroupWords<'stipend'> = {
  title: 'Stønad',
  rules: {
    reducedBy: words('Ytelser som reduserer stønaden', benefits),
    notReducedBy: words('Reduserer ikke stønaden', (kinds) => listed(kinds)),
    workReducesByHours: either('Lønnet arbeid', 'reduserer stønad og barnetillegg etter arbeidede timer', 'reduserer ikke'),
    absenceReducesByHours: either('Fravær uten tillatelse', 'reduserer stønaden tilsvarende, time for time', 'reduserer ikke'),
    noneWhileInterrupted: either('Under avbrudd', 'ingen stønad', 'stønad'),
    measureAllowance: words('Individstønad og tiltakspenger', (rule) =>
      rule === 'toMunicipality' ? 'gikk til kommunen, deltakeren beholdt hele stønaden' : 'betales ikke til deltakere',
    ),
    refundFromBackPay: words('Refusjon i etterbetaling av', benefits),
    paidInArrears: either('Utbetaling', 'etterskuddsvis, etter registrert frammøte; kommunen velger måte og dag', 'ikke regulert'),
    juneWithoutWithholding: either('Stønad for juni', 'uten skattetrekk', 'vanlig skattetrekk'),
    setOff: either('For mye utbetalt', 'kan trekkes i framtidig stønad', 'kan ikke trekkes'),
    repayment: words('Tilbakebetaling', () => 'vedtak ved forsett eller grov uaktsomhet; kravet er tvangsgrunnlag'),
    claimLimitYears: words('Foreldelse av krav', (count) => `${years(count)}, som for andre krav`),
    stateGrant: words('Statens tilskudd til kommunene', (grant) =>
      grant === 'earmarked' ? 'øremerket, etter deltakere' : 'i rammetilskuddet',
    ),
  },
};

export const childSupplementWords: GroupWords<'childSupplement'> = {
  title: 'Barnetillegg',
  rules: {
    underAge: words('Barnets alder', (age) => `under ${age} år: siste dag er dagen før fødselsdagen`),
    bothParents: words('Begge foreldre i programmet', (both) =>
      both === null ? 'ikke kjent' : both ? 'begge får tillegget' : 'bare den ene',
    ),
    fosterChildYears: words('Fosterbarn', (count) =>
      count === null ? 'ingen kjent regel' : `forsørget i ${years(count)}, eller varig plassert`,
    ),
    abroadLimit: words('Barn i utlandet', (limit) =>
      limit === null ? 'ingen kjent regel' : `høyst ${limit.days} dager på ${limit.months} måneder, eller medlem i folketrygden`,
    ),
    childsOwnIncome: words('Barnets egen inntekt', (rule) =>
      rule === 'irrelevant' ? 'uten betydning' : 'over grunnbeløpet, eller barnepensjon, fjerner tillegget',
    ),
    maintenanceToAgency: either('Bidragspliktig', 'tillegget kan betales til innkrevingsmyndigheten', 'ingen regel'),
  },
};
