import { type Measured, measuredBoundaries } from '../../test/boundaries/index.ts';
import { code, page, table } from './markdown.ts';

/** The last day that each limit of the law allows, and the first that it does not, for example lives. */
export function boundariesPage(): string {
  return page(
    'Boundaries',
    'Where each limit in time lies, to the day. The days were found by putting the command to the example case for one day after the other, until it was refused, or until ' +
      'the system recorded something else; a test compares them with days that were counted by hand. The last column says what happens on the unlawful day: a ' +
      '[refusal](refusals.md), or what is recorded instead.',
    ...Object.entries(measuredBoundaries()).flatMap(([part, measured]) => [
      `## ${part}`,
      ...edgeTable(measured, 'last', ['Last lawful day', 'First unlawful day']),
      ...edgeTable(measured, 'first', ['First lawful day', 'Last unlawful day']),
    ]),
  );
}

function edgeTable(measured: readonly Measured[], edge: Measured['edge'], days: readonly string[]): string[] {
  const rows = measured.filter((boundary) => boundary.edge === edge);
  if (rows.length === 0) return [];
  return [
    table(
      ['Rule', 'Example', ...days, 'Provision', 'On the unlawful day'],
      rows.map(({ rule, example, lawful, unlawful, provision, code: told }) => [
        rule,
        example,
        lawful,
        unlawful,
        provision,
        told.includes(' ') ? told : code(told),
      ]),
    ),
  ];
}
