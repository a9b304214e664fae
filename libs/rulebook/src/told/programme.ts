import { norwegianDate } from '@kvp/calendar';
import { type GroupWords, either, months, words } from './words.ts';

const JOB_SEARCH = {
  anywhere: 'skal være med, uansett når',
  finalPartOfSecondPeriod: 'senest i siste del; ved forlengelse i siste del av den andre vedtaksperioden',
  finalPartOfLastPeriod: 'senest i siste del; ved forlengelse i siste del av den siste vedtaksperioden',
} as const;

export const contentWords: GroupWords<'content'> = {
  title: 'Innhold',
  rules: {
    core: words('Kjernen i programmet', (core) =>
      core === 'transitionToWork' ? 'den vesentlige delen styrker overgangen til arbeid direkte' : 'arbeidsrettede tiltak og arbeidssøking',
    ),
    workDirectedByHalfway: either('Arbeidsrettede tiltak', 'senest halvveis i programmet', 'ingen regel om når'),
    jobSearch: words('Arbeidssøking', (when) => JOB_SEARCH[when]),
    fullTimeHours: words('Full tid', (hours) => `${String(hours).replace('.', ',')} timer i uka, hele året`),
    mostPaidWorkShare: words('Lønnet arbeid ved siden av', (share) => `opptil ${share * 100} prosent stilling`),
    apprenticeship: either('Læretid', 'kan kombineres med programmet', 'ingen regel'),
    supportAndHealth: either('Støttetiltak og tid til helse', 'kan inngå', 'kan ikke inngå'),
    evaluationDatesRequired: either('Datoer for evaluering', 'skal stå i programmet', 'kreves ikke'),
    individualPlan: either('Individuell plan', 'deltakeren har rett til den', 'ingen rett'),
    activityPlan: words('Aktivitetsplan', (made) => (made === null ? 'ikke kjent' : made ? 'lages' : 'lages ikke ved siden av programmet')),
    certificate: either('Deltakerbevis', 'ved fullføring og avslutning', 'kreves ikke'),
  },
};

export const startWords: GroupWords<'start'> = {
  title: 'Start',
  rules: {
    deadline: words('Programmet må starte', ({ months: first, postponementMonths, secondPostponement: again }) => [
      `senest ${months(first)} etter at søknaden ble mottatt`,
      ...(postponementMonths === 0 ? [] : [`kan utsettes ${months(postponementMonths)} på grunn av covid-19`]),
      ...(again === null
        ? []
        : [`og ${months(again.months)} til når fristen ellers gikk ut senest ${norwegianDate(again.postponedUntil)}`]),
    ]),
  },
};
