import { isAfter, isSame, iso, norwegianDate } from '@kvp/calendar';
import { EPOCHS, type Epoch, GRADE_TEXT, type Law, type ToldRow, tellLaw } from '@kvp/rulebook';

/** The law of a day in bokmål, group by group; under each rule where it is written, since when, and how well it is known. */
export function lawAsText(law: Law): readonly string[] {
  return [
    `Loven ${norwegianDate(law.date)}, slik den var kjent ${norwegianDate(law.knownAt)}`,
    ...epochsOf(law).map(({ from, title, instrument }) => `Siste endring ${norwegianDate(from)}: ${title} (${instrument})`),
    ...tellLaw(law).flatMap(({ title, rules }) => ['', title, ...rules.flatMap((rule) => ruleAsText(rule.title, rule.told))]),
  ];
}

function ruleAsText(title: string, row: ToldRow): readonly string[] {
  const [first = '', ...more] = row.lines;
  const lines = more.length === 0 ? [`  ${title}: ${first}`] : [`  ${title}:`, ...row.lines.map((line) => `    - ${line}`)];
  return [...lines, `      ${whereWritten(row)}`];
}

const whereWritten = ({ provision, effectiveFrom, knownFrom, knownFromResearched, grade, source }: ToldRow): string =>
  [
    provision,
    `fra ${norwegianDate(effectiveFrom)}`,
    ...(knownFromResearched && knownFrom !== effectiveFrom ? [`kjent ${norwegianDate(knownFrom)}`] : []),
    GRADE_TEXT[grade],
    source,
  ].join(' · ');

/** The same as data, for programs. */
export const lawAsData = (law: Law): object => ({
  date: iso(law.date),
  knownAt: iso(law.knownAt),
  release: law.release,
  latestChange: epochsOf(law).map(({ name, from, instrument, title }) => ({ name, from: iso(from), instrument, title })),
  groups: tellLaw(law).map(({ title, rules }) => ({ title, rules: rules.map(({ name, title, told }) => ({ name, title, ...told })) })),
});

/** The latest change that had taken effect: as a rule one. */
function epochsOf({ date: day }: Law): readonly Epoch[] {
  const past = EPOCHS.filter(({ from }) => !isAfter(from, day));
  const last = past.at(-1);
  return last === undefined ? [] : past.filter(({ from }) => isSame(from, last.from));
}
