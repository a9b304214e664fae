import type { ControlContext, Finding } from '../controls/control.ts';
import { describedOtherwise } from '../controls/description.ts';
import { type Verdict, controlFile, isAccepted } from '../controls/run-controls.ts';
import { layoutOf } from '../layout/layout.ts';
import { writeRecord } from '../record/record.ts';
import type { KostraCase, KostraScope, Missing } from './kostra-case.ts';
import { type Participated, isInPopulation, participated } from './participation.ts';

/** A participation of the file: what is missing of it, and what the controls found. Nothing of it says who it is. */
export interface ExtractedCase {
  readonly caseId: string;
  /** PERSON_JOURNALNR. */
  readonly journal: string;
  readonly status: string;
  readonly missing: readonly Missing[];
  readonly findings: readonly Finding[];
}

/** The file of a municipality and year, and what must be done about it. */
export interface KostraExtract {
  readonly scope: KostraScope;
  readonly layoutYear: number;
  /** The file: it says who people are. */
  readonly content: string;
  readonly verdict: Verdict;
  /** SSB would take it: warnings may be sent. */
  readonly accepted: boolean;
  readonly cases: readonly ExtractedCase[];
  /** Sum of KVP_STONAD, in kroner, as SSB's own report has it. */
  readonly sum: number;
}

/** No form of ours: the layouts are known from 2022 on. */
export class KostraYearUnknown extends Error {
  override readonly name = 'KostraYearUnknown';
  constructor(readonly year: number) {
    super(`KOSTRA 11CF is known from 2022 on, not for ${year}.`);
  }
}

/** Without participants the file is one space, and says so. Control 000. */
const NOBODY = ' ';

/** What is kept of a participation until all are there: its line, and what is said about it. */
interface Taken extends Pick<Participated, 'caseId' | 'journal' | 'missing'> {
  readonly line: string;
  readonly status: string;
  readonly sum: number;
  /** Where it does not follow the file description; the number of its line is not known yet. */
  readonly described: readonly Finding[];
}

/** Collects the participations of a year one by one: of each case only its line is kept. Throws KostraYearUnknown. */
export function createExtract(scope: KostraScope): { readonly add: (each: KostraCase) => void; readonly close: () => KostraExtract } {
  const layout = layoutOf(scope.year);
  if (layout === undefined) throw new KostraYearUnknown(scope.year);
  const context: ControlContext = { municipality: scope.municipality, year: scope.year, layout };
  const taken: Taken[] = [];
  return {
    add: (each) => {
      if (isInPopulation(each.state, scope)) taken.push(takenOf(participated(each, scope, layout), context));
    },
    close: () => extractOf(taken, scope, context),
  };
}

const takenOf = ({ record, ...each }: Participated, context: ControlContext): Taken => ({
  ...each,
  line: writeRecord(record, context.layout),
  status: record['STATUS'] ?? '',
  sum: Number(record['KVP_STONAD'] ?? 0),
  described: describedOtherwise(record, context, 0),
});

/** The file of a municipality, with every control and what is missing. In order of journal number, so that it can be made again to the byte. */
export function kostraExtract(cases: Iterable<KostraCase>, scope: KostraScope): KostraExtract {
  const extract = createExtract(scope);
  for (const each of cases) extract.add(each);
  return extract.close();
}

function extractOf(taken: readonly Taken[], scope: KostraScope, context: ControlContext): KostraExtract {
  const ordered = [...taken].sort((a, b) => (a.journal < b.journal ? -1 : Number(a.journal > b.journal)));
  const content = ordered.length === 0 ? NOBODY : ordered.map(({ line }) => `${line}\n`).join('');
  const verdict = controlFile(content, context, { hasParticipants: ordered.length > 0 });
  const byLine = findingsByLine(verdict);
  return {
    ...{ scope, layoutYear: context.layout.year, content, verdict, accepted: isAccepted(verdict) },
    cases: ordered.map(({ caseId, journal, status, missing, described }, at) => ({
      ...{ caseId, journal, status, missing },
      findings: [...(byLine.get(at + 1) ?? []), ...described.map((finding) => ({ ...finding, lines: [at + 1] }))],
    })),
    sum: ordered.reduce((total, { sum }) => total + sum, 0),
  };
}

function findingsByLine({ findings }: Verdict): ReadonlyMap<number, readonly Finding[]> {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings)
    for (const line of finding.lines) {
      const found = byLine.get(line);
      if (found === undefined) byLine.set(line, [finding]);
      else found.push(finding);
    }
  return byLine;
}
