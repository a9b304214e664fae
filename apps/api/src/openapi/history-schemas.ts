import { PHASES } from '@kvp/lifecycle';
import {
  count,
  day,
  dayOrNull,
  describe,
  kroner,
  list,
  object,
  orNull,
  ref,
  type Schema,
  text,
  textOrNull,
  uuid,
  yesOrNo,
} from './schema-parts.ts';

const instant: Schema = { type: 'string', format: 'date-time' };
const revisionOrNull: Schema = { type: ['integer', 'null'], minimum: 0 };
const law = { release: text, ratesRevision: text, policyRevision: { type: ['integer', 'null'] } };
const link = object({
  revision: count,
  how: {
    type: 'string',
    enum: ['corrects', 'reverses', 'settles', 'answers', 'reviews', 'ends', 'notifies', 'replaces', 'appeals', 'concerns'],
  },
});
const change = object({ of: text, before: textOrNull, after: textOrNull, text });

/** An event as the audit trail and the history tell it. */
export const entry = object({
  revision: count,
  type: text,
  who: object({ id: text, role: text, title: text }),
  recordedAt: instant,
  effectiveOn: day,
  decidedOn: describe(dayOrNull, 'Dagen vedtaket er datert; null for det som er registrert'),
  what: describe(text, 'Hva som hendte, i én setning'),
  provision: text,
  law: object(law),
  reasons: list(object({ label: text, text })),
  restsOn: describe(list(count), 'Faktum og vedtak som lå foran den som traff vedtaket'),
  links: describe(list(link), 'Tidligere hendelser som denne retter, gjør om, svarer på eller viser til'),
  changed: list(change),
  namedBy: describe(list(link), 'Senere hendelser som retter, gjør om, svarer på eller viser til denne'),
});

const standing = object({
  asOf: day,
  phase: { type: ['string', 'null'], enum: [...PHASES, null] },
  decidedUntil: dayOrNull,
  decisionMissing: yesOrNo,
  countedDays: count,
  maxEnd: dayOrNull,
  absoluteMaxEnd: dayOrNull,
  stipend: describe(list(object({ month: text, payee: text, amount: kroner })), 'Beregnet for hver måned som var begynt'),
});

const side = object({ asOf: day, knownAt: instant, revision: revisionOrNull, standing });

const rule = object({
  name: text,
  title: text,
  told: object({
    lines: list(text),
    value: {},
    provision: text,
    source: text,
    grade: text,
    effectiveFrom: day,
    knownFrom: day,
    knownFromResearched: yesOrNo,
  }),
});

/** What the doors to the past of a case answer with. */
export const historySchemas: Readonly<Record<string, Schema>> = {
  History: object({
    caseId: uuid,
    asOf: day,
    knownAt: instant,
    revision: describe(count, 'Siste hendelse som var kjent'),
    standing: describe(standing, 'Hvordan saken sto på dagen'),
    entries: describe(list(entry), 'Det som var bestemt, eller virket, på dagen'),
    later: describe(list(entry), 'Det som var kjent, men først virker senere'),
  }),
  HistoryDiff: object({
    caseId: uuid,
    from: side,
    to: side,
    added: describe(list(entry), 'Hendelser som bare er med i den andre'),
    gone: describe(list(entry), 'Hendelser som bare er med i den første'),
    named: describe(list(entry), 'Hendelser i begge som er rettet, gjort om eller omtalt imellom'),
    changed: list(change),
  }),
  ReplayStep: object({
    caseId: uuid,
    revision: count,
    head: count,
    previous: revisionOrNull,
    next: revisionOrNull,
    entry,
    event: ref('Event'),
    standing: orNull(standing),
    state: { type: 'object', description: 'Hele tilstanden etter hendelsen' },
    law: object({ ...law, on: day, knownAt: day, rules: list(object({ title: text, rules: list(rule) })) }),
  }),
};
