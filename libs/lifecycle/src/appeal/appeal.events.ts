import { date, norwegianDate } from '@kvp/calendar';
import Type, { type Static } from 'typebox';
import { defineEvent } from '../kernel/definitions.ts';
import type { DomainEvent } from '../kernel/event.ts';
import { dateOrNull, freeText, isoDate, oneOf, record, revisionNumber, shortText, yesOrNo } from '../kernel/fields.ts';
import { APPELLANTS, APPEAL_VERDICTS, type Appeal, FORM_REQUIREMENTS, type Mending, withAppeal } from '../kernel/state/appeals.ts';
import { DECISION_KINDS, DECISION_TEXT } from '../kernel/state/decisions.ts';
import { appealNumber } from './fields.ts';
import { REQUIREMENT_TEXT } from './requirements.ts';
import { calculation } from './timeliness.ts';

const received = {
  data: record({
    appeal: appealNumber,
    receivedOn: isoDate('The day it reached the office.'),
    postedOn: Type.Optional(isoDate('The day it was posted, where that is proven.')),
    decisions: Type.Array(
      record({
        decision: revisionNumber('Revision of the decision.'),
        kind: oneOf(DECISION_KINDS, 'What kind of decision it is.'),
        decidedOn: isoDate('The day it was made.'),
      }),
      { description: 'What is appealed.' },
    ),
    appellant: oneOf(APPELLANTS, 'Who appeals.'),
    lacks: Type.Array(oneOf(FORM_REQUIREMENTS, 'A requirement of FVL § 32, or of § 12.'), { description: 'What it does not have.' }),
    mending: Type.Optional(
      record(
        { askedOn: isoDate('The day the party was asked.'), mendBy: isoDate('The last day to make it good.') },
        'The time to make good what it lacks. FVL § 32.',
      ),
    ),
    deferralRequested: yesOrNo('Whether it asks that the decision is not carried out before the appeal is decided. FVL § 42.'),
  }),
  personal: record({
    wants: Type.Optional(freeText('The change that is asked for.')),
    grounds: Type.Optional(freeText('What it rests on.')),
    representative: Type.Optional(shortText('Name of whoever appeals for the party.')),
  }),
};

export type AppealReceived = DomainEvent<'AppealReceived', Static<typeof received.data>, Static<typeof received.personal>>;

export const appealReceived = defineEvent<AppealReceived>({
  type: 'AppealReceived',
  version: 1,
  summary: 'An appeal reached the office. It is registered whether it came in time or not.',
  schema: received,
  evolve: (state, { data }) => ({ ...state, appeals: [...state.appeals, appealOf(data, state.revision)] }),
  changes: ['participant-status'],
  effectiveOn: ({ data: { receivedOn } }) => receivedOn,
  provision: 'FVL § 32',
  audit: ({ data: { receivedOn, decisions, lacks } }) =>
    `Klage mottatt ${norwegianDate(receivedOn)} på ${inWords(decisions.map(named))}.` +
    (lacks.length === 0 ? '' : ` Den mangler noe som parten må rette: ${inWords(lacks.map((each) => REQUIREMENT_TEXT[each]))}.`),
  published: 'published',
  example: {
    type: 'AppealReceived',
    version: 1,
    data: {
      appeal: 1,
      receivedOn: '2025-02-10',
      postedOn: '2025-02-07',
      decisions: [{ decision: 1, kind: 'rejection', decidedOn: '2025-01-20' }],
      appellant: 'party',
      lacks: [],
      deferralRequested: false,
    },
    personal: { wants: 'Programmet skal innvilges.', grounds: 'Arbeidsevnen er satt mer ned enn kontoret har lagt til grunn.' },
  },
});

const list = new Intl.ListFormat('nb', { type: 'conjunction' });
const inWords = (words: readonly string[]): string => list.format(words);

const named = ({ kind, decidedOn }: AppealReceived['data']['decisions'][number]): string =>
  `vedtaket om ${DECISION_TEXT[kind]} av ${norwegianDate(decidedOn)}`;

const appealOf = (
  { appeal, receivedOn, postedOn, decisions, appellant, lacks, mending, deferralRequested }: AppealReceived['data'],
  recordedIn: number,
): Appeal => ({
  number: appeal,
  recordedIn,
  receivedOn: date(receivedOn),
  postedOn: dateOrNull(postedOn),
  appellant,
  decisions: decisions.map(({ decision }) => decision),
  timeliness: [],
  verdict: 'timely',
  defects: lacks,
  mending: mending === undefined ? null : mendingOf(mending),
  status: 'received',
  reconsideredOn: null,
  forwardedOn: null,
  changedIn: null,
  toDetriment: false,
  dismissedIn: null,
  returnedOn: null,
  endedOn: null,
  outcome: null,
  orders: [],
  deferrals: deferralRequested ? [{ requestedOn: date(receivedOn), decidedOn: null, granted: false }] : [],
  detrimentNoticeOn: null,
  newDecisionArrivedOn: null,
  costsClaims: [],
});

const mendingOf = ({ askedOn, mendBy }: NonNullable<AppealReceived['data']['mending']>): Mending => ({
  askedOn: date(askedOn),
  mendBy: date(mendBy),
  mendedOn: null,
});

const assessed = record({
  appeal: appealNumber,
  assessedOn: isoDate('The day it was counted.'),
  sentOn: isoDate('The day that counts: it was posted, where that is proven, else received. FVL § 30.'),
  proof: oneOf(['posted', 'received'], 'Which of the two it is.'),
  deadline: Type.Optional(
    isoDate('The last day to appeal: that of the decision with the worst verdict. Left out while something is missing.'),
  ),
  verdict: oneOf(APPEAL_VERDICTS, 'Whether the appeal came in time: the worst of those below.'),
  calculations: Type.Array(calculation, { description: 'How the time was counted for each decision.' }),
});

export type DeadlineAssessed = DomainEvent<'DeadlineAssessed', Static<typeof assessed>, null>;

const VERDICT_TEXT = {
  timely: 'er i tide',
  'late-may-be-taken': 'kom for sent, og kan behandles dersom FVL § 31 åpner for det',
  'too-late': 'kom mer enn ett år etter vedtaket, og kan ikke behandles (FVL § 31)',
} as const;

/** What the party would have to be told, in words for people to read. */
const MISSING_TEXT = {
  notice: 'det er ikke registrert at parten er underrettet om vedtaket',
  arrival: 'det er ikke kjent når underretningen kom fram',
  reasons: 'begrunnelsen som parten ba om, er ikke gitt',
} as const;

export const deadlineAssessed = defineEvent<DeadlineAssessed>({
  type: 'DeadlineAssessed',
  version: 1,
  summary: 'The time to appeal was counted, from notice that is proven, and the appeal measured against it.',
  schema: { data: assessed, personal: null },
  evolve: (state, { data: { appeal, verdict, calculations, sentOn, proof } }) => ({
    ...state,
    appeals: withAppeal(state.appeals, appeal, (each) => ({
      ...each,
      verdict,
      ...(proof === 'posted' ? { postedOn: date(sentOn) } : {}),
      timeliness: calculations.map((counted) => ({
        decision: counted.decision,
        due: dateOrNull(counted.deadline),
        verdict: counted.verdict,
      })),
    })),
  }),
  changes: ['audit-trail'],
  effectiveOn: ({ data: { sentOn } }) => sentOn,
  provision: 'FVL § 29',
  audit: ({ data: { deadline, verdict, calculations } }) => {
    const missing = calculations.flatMap(({ missing: what }) => what ?? [])[0];
    const why = missing === undefined ? '' : ` Fristen har ikke begynt å løpe: ${MISSING_TEXT[missing]}.`;
    return `Klagen ${VERDICT_TEXT[verdict]}.${deadline === undefined ? '' : ` Klagefristen var ${norwegianDate(deadline)}.`}${why}`;
  },
  published: 'published',
  example: {
    type: 'DeadlineAssessed',
    version: 1,
    data: {
      appeal: 1,
      assessedOn: '2025-02-10',
      sentOn: '2025-02-07',
      proof: 'posted',
      deadline: '2025-02-12',
      verdict: 'timely',
      calculations: [
        {
          decision: 1,
          kind: 'rejection',
          decidedOn: '2025-01-20',
          notice: 2,
          channel: 'electronic',
          sentOn: '2025-01-20',
          alertedOn: '2025-01-20',
          openedOn: '2025-01-22',
          arrivedOn: '2025-01-22',
          weeks: 3,
          countedTo: '2025-02-12',
          counted: '2025-02-12',
          deadline: '2025-02-12',
          latest: '2026-01-20',
          verdict: 'timely',
        },
      ],
    },
    personal: null,
  },
});
