import { type DomainEvent, caseEvents } from '@kvp/lifecycle';

/** How an event stands to an earlier one that it names. */
export type Relation =
  'corrects' | 'reverses' | 'settles' | 'answers' | 'reviews' | 'ends' | 'notifies' | 'replaces' | 'appeals' | 'concerns';

/** An earlier event that an event names, by its revision. */
export interface Link {
  readonly revision: number;
  readonly how: Relation;
}

/** What the fields that name an earlier event say of it. A spec holds every event type to this table. */
const RELATION_OF: Readonly<Record<string, Relation>> = {
  corrects: 'corrects',
  decision: 'reverses',
  proposal: 'settles',
  settles: 'settles',
  request: 'settles',
  notice: 'answers',
  correction: 'reviews',
  loss: 'reviews',
  ends: 'ends',
  replaces: 'replaces',
};

/** The field is the same, and means less: telling someone of a decision leaves it as it is. */
const TOLD_OF = 'DecisionNotified';

/** Fields that name a revision without saying anything about that event: what was looked at, or is yet to be. */
export const NO_LINK: ReadonlySet<string> = new Set(['basedOn', 'affects', 'recordedIn']);

/** The earlier events that an event names, in the order of its fields. */
export function linksOf({ type, data }: DomainEvent): readonly Link[] {
  const appealed = type === 'AppealReceived' ? appealedIn(data) : [];
  const named = Object.entries(data).flatMap(([field, value]: [string, unknown]) => {
    const how = relationOf(type, field);
    return how === undefined ? [] : revisionsIn(value).map((revision) => ({ revision, how }));
  });
  return [...appealed, ...named];
}

/** An appeal names each decision with what it is. */
function appealedIn(data: object): readonly Link[] {
  const { decisions = [] } = data as { readonly decisions?: readonly { readonly decision: number }[] };
  return decisions.map(({ decision }) => ({ revision: decision, how: 'appeals' }));
}

function relationOf(type: string, field: string): Relation | undefined {
  if (NO_LINK.has(field)) return undefined;
  if (field === 'decision' && type === TOLD_OF) return 'notifies';
  return RELATION_OF[field] ?? (namesRevision(type, field) ? 'concerns' : undefined);
}

interface Described {
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

/** Whether the schema of an event says that a field is the revision of another. */
function namesRevision(type: string, field: string): boolean {
  const schema = caseEvents[type]?.schema.data as Described | undefined;
  return schema?.properties?.[field]?.description?.startsWith('Revision of') === true;
}

const revisionsIn = (value: unknown): readonly number[] =>
  (Array.isArray(value) ? value : [value]).filter((each): each is number => Number.isInteger(each));

/** An entry beside the later ones that name it. */
export type Linked<Entry> = Entry & { readonly namedBy: readonly Link[] };

/** Puts beside every entry what was said of it later: a correction stands by what it corrected, and neither is left out. */
export function linked<Entry extends { readonly revision: number; readonly links: readonly Link[] }>(
  entries: readonly Entry[],
): readonly Linked<Entry>[] {
  const named = new Map<number, Link[]>();
  for (const { revision, links } of entries)
    for (const link of links) named.set(link.revision, [...(named.get(link.revision) ?? []), { revision, how: link.how }]);
  return entries.map((entry) => ({ ...entry, namedBy: named.get(entry.revision) ?? [] }));
}
