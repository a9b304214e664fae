import {
  DECIDED_POINTS,
  EPOCHS,
  type Grade,
  LAW_RELEASE,
  OPEN_QUESTIONS,
  SOURCES,
  type ToldGroup,
  type ToldRow,
  tellTables,
} from '@kvp/rulebook';
import { iso } from '@kvp/calendar';
import { code, page, table } from './markdown.ts';

const GRADES: Readonly<Record<Grade, string>> = {
  sure: 'read in the primary text or in official data',
  likely: 'from a secondary source, or a short inference from the primary text',
  recalled: 'recalled, no source found',
  proposal: 'our choice, because the law is silent',
};

/** The law as the system has it: every rule with its rows, what was decided where it is silent, and what stays uncertain. */
export function lawPage(): string {
  return page(
    'The law',
    `Every rule that the system decides by, as it was read on ${LAW_RELEASE}. A row counts from its day until the next one of its rule; a decision sees only rows that could be ` +
      'known when it was recorded. Rules and values are told in bokmål, as `kvp law <date>` tells them. `known` is left out where it is the day of effect, or where nobody has looked it up.',
    '## How well a rule is known',
    table(
      ['Grade', 'Meaning'],
      Object.entries(GRADES).map(([grade, meaning]) => [code(grade), meaning]),
    ),
    '## Changes of the law',
    table(
      ['Epoch', 'From', 'Instrument', 'What changed'],
      EPOCHS.map(({ name, from, instrument, title }) => [name, iso(from), instrument, title]),
    ),
    ...tellTables().flatMap(groupOf),
    '## Decided points',
    'Where the law leaves a choice, this is the choice, until a better source says otherwise. A municipality may settle those marked *policy* otherwise, from a date. ' +
      'The last column names what carries the point in the code; a point without a name belongs to a part that is not built yet.',
    table(
      ['No.', 'Point', 'Choice', 'Carried by'],
      DECIDED_POINTS.map(({ number, title, text, carriedBy, policy }) => [
        String(number),
        `${title}${policy ? ' (*policy*)' : ''}`,
        text,
        carriedBy.map(linkTo).join(', '),
      ]),
    ),
    '## Open questions',
    table(
      ['What is uncertain', 'Meanwhile'],
      OPEN_QUESTIONS.map(({ question, meanwhile }) => [question, meanwhile]),
    ),
    '## Abbreviations',
    table(
      ['Short', 'What it is', 'Where'],
      SOURCES.map(({ short, name, where }) => [short, name, where]),
    ),
  );
}

const groupOf = ({ title, rules }: ToldGroup<readonly ToldRow[]>): string[] => [
  `## ${title}`,
  ...rules.flatMap((rule) => [
    `### ${rule.title}`,
    code(rule.name),
    table(['From', 'Known', 'Rule', 'Provision', 'Grade', 'Source'], rule.told.map(rowOf)),
  ]),
];

const rowOf = ({ lines, provision, source, grade, effectiveFrom, knownFrom, knownFromResearched }: ToldRow): string[] => [
  effectiveFrom,
  knownFromResearched && knownFrom !== effectiveFrom ? knownFrom : '',
  lines.join('<br>'),
  provision,
  code(grade),
  source,
];

const linkTo = (carrier: string): string => {
  const [file = '', name = ''] = carrier.split('#');
  return `[${code(name)}](../${file})`;
};
