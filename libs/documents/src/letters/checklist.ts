import type { DomainEvent } from '@kvp/lifecycle';
import type { LetterFacts } from './letter-facts.ts';
import type { AnyTemplate } from './template.ts';
import { day, months, sayIn, weeks } from './words.ts';

/** One thing that a letter of a decision must hold. Rulebook § 6.3, from FVL §§ 18–27 and 36, KVPF §§ 1–2 and STL §§ 35–39. */
export interface ChecklistItem {
  readonly name: string;
  readonly provision: string;
  /** To which letters it applies. */
  readonly applies: (facts: LetterFacts, template: AnyTemplate) => boolean;
  /** What must stand in the letter, in its language: each of them. */
  readonly holds: (facts: LetterFacts) => readonly string[];
}

const isDecision = (_: LetterFacts, template: AnyTemplate): boolean => template.isDecision;
const always = (): boolean => true;
const ofTypes =
  (...types: readonly string[]) =>
  ({ event }: LetterFacts): boolean =>
    types.includes(event.type);
const data = ({ event }: { readonly event: DomainEvent }): Readonly<Record<string, unknown>> =>
  event.data as Readonly<Record<string, unknown>>;
const personal = ({ event }: { readonly event: DomainEvent }): Readonly<Record<string, unknown>> =>
  (event.personal ?? {}) as Readonly<Record<string, unknown>>;
const days = (facts: LetterFacts, ...fields: readonly string[]): readonly string[] =>
  fields.flatMap((field) => (typeof data(facts)[field] === 'string' ? [day(data(facts)[field] as string)] : []));
const either = ({ language }: LetterFacts, bokmaal: string, nynorsk: string): string => sayIn(language)(bokmaal, nynorsk);

const STIPEND = ofTypes('ProgrammeGranted', 'ProgrammeExtended');
/** The free text in which a decision says what it rests on. */
const REASONS = ['justification', 'reason', 'considered', 'officeStatement'] as const;

export const CHECKLIST: readonly ChecklistItem[] = [
  { name: 'party', provision: 'FVL § 23', applies: ({ party }) => party !== null, holds: ({ party }) => [party ?? ''] },
  { name: 'case number', provision: 'FVL § 23', applies: always, holds: ({ caseReference }) => [caseReference] },
  { name: 'office', provision: 'FVL § 23', applies: always, holds: ({ office }) => [office] },
  { name: 'date', provision: 'FVL § 23', applies: always, holds: ({ issuedOn }) => [day(issuedOn)] },
  { name: 'day of the decision', provision: 'FVL § 23', applies: isDecision, holds: ({ decidedOn }) => [day(decidedOn)] },
  { name: 'period', provision: 'KVPF § 2', applies: STIPEND, holds: (facts) => days(facts, 'from', 'to') },
  {
    name: 'start',
    provision: 'STL § 31',
    applies: ofTypes('ProgrammeGranted'),
    holds: (facts) => [...days(facts, 'from', 'startBy'), months(facts.law.startMonths, sayIn(facts.language))],
  },
  {
    name: 'other days of the outcome',
    provision: 'FVL § 23',
    applies: always,
    holds: (facts) =>
      days(
        facts,
        'lastDay',
        'askedTo',
        'plannedTo',
        'latestReturn',
        'reviewBy',
        'restoredOn',
        'effectiveFrom',
        'expectedBy',
        'answerBy',
        'date',
        'forwardedOn',
      ),
  },
  {
    name: 'content of the programme',
    provision: 'KVPF § 1',
    applies: STIPEND,
    holds: (facts) => {
      const plan = personal(facts)['plan'] as { readonly activities: readonly { readonly content: string }[] } | undefined;
      return [
        either(facts, '37,5 timer i uka', '37,5 timar i veka'),
        ...(plan?.activities.map(({ content }) => content) ?? ['individuell plan']),
      ];
    },
  },
  {
    name: 'days of evaluation',
    provision: 'KVPF § 1',
    applies: STIPEND,
    holds: (facts) => ((data(facts)['evaluationDates'] ?? []) as readonly string[]).map(day),
  },
  { name: 'legal basis', provision: 'FVL § 25', applies: always, holds: () => ['§'] },
  {
    name: 'facts and considerations',
    provision: 'FVL § 25',
    applies: always,
    holds: (facts) => {
      const conditions = (personal(facts)['conditions'] ?? []) as readonly { readonly reason: string }[];
      const assessment = data(facts)['assessment'];
      return [
        ...REASONS.flatMap((field) => (typeof personal(facts)[field] === 'string' ? [personal(facts)[field] as string] : [])),
        ...conditions.map(({ reason }) => reason),
        ...(typeof assessment === 'string' ? [assessment] : []),
      ];
    },
  },
  {
    name: 'stipend: factor, age fraction, 1/260, supplement, not a fixed amount',
    provision: 'STL § 35',
    applies: STIPEND,
    holds: (facts) => [
      either(facts, `${facts.law.rates.factor} ganger grunnbeløpet`, `${facts.law.rates.factor} gonger grunnbeløpet`),
      either(facts, 'to tredeler', 'to tredelar'),
      ...(facts.under25 ? [day(facts.turns25On)] : []),
      `1/${facts.law.rates.daysPerYear}`,
      `${facts.law.rates.childRate} per stønadsdag`,
      either(facts, 'en regel, ikke som et fast beløp', 'ein regel, ikkje som eit fast beløp'),
    ],
  },
  {
    name: 'stipend: in arrears, pay day',
    provision: 'STL § 39',
    applies: STIPEND,
    holds: (facts) => [either(facts, 'etterskuddsvis', 'etterskotsvis'), `den ${facts.payDay}. i`],
  },
  {
    name: 'stipend: absence clause',
    provision: 'STL § 36',
    applies: STIPEND,
    holds: (facts) =>
      facts.absenceClause
        ? [either(facts, 'vi tar forbehold om å trekke i stønaden', 'vi tek atterhald om å trekkje i stønaden'), '1/7,5']
        : [either(facts, 'tar ikke forbehold om trekk', 'tek ikkje atterhald om trekk')],
  },
  {
    name: 'stipend: work and benefits',
    provision: 'STL §§ 37 og 38',
    applies: STIPEND,
    holds: (facts) => [either(facts, 'hvor mange timer du arbeider', 'kor mange timar du arbeider'), ...facts.law.reducedBy],
  },
  {
    name: 'duty to report changes',
    provision: 'STL § 40',
    applies: STIPEND,
    holds: (facts) => [either(facts, 'Du må melde fra om endringer', 'Du må melde frå om endringar')],
  },
  {
    name: 'appeal: right, time, body, sent to the office, how',
    provision: 'FVL § 27',
    applies: isDecision,
    holds: (facts) => [
      'Du kan klage på vedtaket',
      weeks(facts.law.appealWeeks, sayIn(facts.language)),
      either(facts, facts.law.appealBody, facts.law.appealBody === 'fylkesmannen' ? 'fylkesmannen' : 'statsforvaltaren'),
      either(facts, `sender den til oss, ${facts.office}`, `sender henne til oss, ${facts.office}`),
      either(facts, 'må være skriftlig', 'må vere skriftleg'),
    ],
  },
  {
    name: 'the documents of the case',
    provision: 'FVL §§ 18–19',
    applies: always,
    holds: (facts) => [either(facts, 'rett til å se dokumentene', 'rett til å sjå dokumenta')],
  },
  {
    name: 'deferred execution',
    provision: 'FVL § 42',
    applies: isDecision,
    holds: (facts) => [either(facts, 'utsatt iverksetting', 'utsett iverksetjing')],
  },
  { name: 'guidance', provision: 'FVL § 11', applies: always, holds: (facts) => [either(facts, 'veilede deg', 'rettleie deg')] },
  {
    name: 'legal aid and costs',
    provision: 'FVL § 36',
    applies: isDecision,
    holds: (facts) => ['fri rettshjelp', either(facts, 'vesentlige kostnader', 'vesentlege kostnader')],
  },
  {
    name: 'who drafted and who approved',
    provision: 'kommuneloven § 25-1',
    applies: always,
    holds: ({ caseworker, approver }) => [caseworker, ...(approver === null ? [] : [approver])],
  },
];
