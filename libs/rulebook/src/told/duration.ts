import { norwegianDate } from '@kvp/calendar';
import { type GroupWords, days, either, listed, months, oneOf, words, years } from './words.ts';

const SPECIAL_REASON = {
  necessary: 'nødvendig for å nå målet',
  progress: 'framgang',
  workProbable: 'arbeid er sannsynlig',
  motivation: 'motivasjon',
  labourMarket: 'arbeidsmarkedet',
} as const;

const NOT_COUNTED = {
  approvedLeave: 'godkjent permisjon',
  interruption: 'avbrudd',
  leaveWithoutStipend: 'permisjon uten stønad',
} as const;

const MUST_TERMINATE = {
  resumptionImprobable: 'når det er sannsynlig at deltakeren ikke kommer tilbake',
  interruptedForOneYear: 'når det har vært avbrutt i ett år',
} as const;

const CAUSE: Readonly<Record<string, string>> = { work: 'ordinært arbeid', birth: 'fødsel', adoption: 'adopsjon' };

export const durationWords: GroupWords<'duration'> = {
  title: 'Varighet',
  rules: {
    perDecisionYears: words('Ett vedtak', (count) => `opptil ${years(count)}`),
    ordinaryYears: words('Uten særlige grunner', (count) => `opptil ${years(count)} medregnet tid`),
    absoluteYears: words('I alt', (count) => `opptil ${years(count)} medregnet tid`),
    monthsBeyondOrdinary: words('Ett vedtak ut over to år', (count) => `opptil ${months(count)}`),
    specialReasons: words('Særlige grunner', (reasons) =>
      listed(
        reasons.map((reason) => SPECIAL_REASON[reason]),
        'ingen kjent liste',
      ),
    ),
    decisionAtPeriodEnd: either('Når vedtaksperioden går ut', 'vedtak om forlengelse eller avslutning, unntatt ved to år', 'ingen regel'),
    notCounted: words('Regnes ikke med', (what) => listed(what.map((kind) => NOT_COUNTED[kind]))),
    covidExtension: words('Forlengelse på grunn av covid-19', (rule) =>
      rule === null
        ? 'ingen'
        : `den som når grensen fra ${norwegianDate(rule.reaching.from)} til ${norwegianDate(rule.reaching.to)}, ` +
          `kan fortsette til ${norwegianDate(rule.to)}`,
    ),
  },
};

export const interruptionWords: GroupWords<'interruption'> = {
  title: 'Avbrudd',
  rules: {
    maximumYears: words('Lengste avbrudd', (count) => (count === null ? 'ingen grense' : `${years(count)}, årsdagen medregnet`)),
    warningDays: words('Nytt avbrudd gir varsel', (count) => `innen ${days(count)} etter at deltakeren kom tilbake`),
    resumption: words('Gjenopptak', (rule) => (rule === 'limited' ? 'begrenset' : 'ingen grense for antallet')),
  },
};

export const terminationWords: GroupWords<'termination'> = {
  title: 'Avslutning',
  rules: {
    groundsInParticipant: either('Grunnlag', 'saklig begrunnet i forhold ved deltakeren', 'ikke regulert'),
    mustTerminate: words('Programmet må avsluttes', (when) =>
      listed(
        when.map((reason) => MUST_TERMINATE[reason]),
        'ingen slik regel',
      ),
    ),
    protectedAbsence: words('Vernet fravær', (rule) =>
      rule === null
        ? 'ingen slik regel'
        : `ingen avslutning på grunn av ${oneOf(rule.causes.map((cause) => CAUSE[cause] ?? cause))} ` +
          `før ${years(rule.years)} er gått, årsdagen medregnet`,
    ),
  },
};
