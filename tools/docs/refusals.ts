import { STREAM_KINDS } from '@kvp/catalogue';
import { type AnyRefusalDefinition, USE_CASES, refusals } from '@kvp/lifecycle';
import { code, page, table } from './markdown.ts';

/** Every way to be refused, with the provision and what would have to change. */
export function refusalsPage(): string {
  const own = USE_CASES.flatMap(({ command, refusals: listed }) => (command === undefined ? [] : listed));
  const shared = Object.values(refusals).filter((refusal) => !own.includes(refusal));
  return page(
    'Refusals',
    'Why a command may not be carried out. Codes are stable; all that apply are given at once. Dates and numbers stand for those of the case. ' +
      'The provision is that of today; a case on an earlier law is told where the rule stood then.',
    ...USE_CASES.flatMap(({ command, refusals: listed }) =>
      command === undefined || listed.length === 0 ? [] : [`## ${command.name}`, refusalTable(listed)],
    ),
    '## Shared by several commands',
    refusalTable(shared),
    ...STREAM_KINDS.flatMap(({ prefix, refusals: listed }) =>
      prefix === 'case-' || listed.length === 0 ? [] : [`## Streams ${code(prefix)}`, refusalTable(listed)],
    ),
  );
}

const refusalTable = (listed: readonly AnyRefusalDefinition[]): string =>
  table(
    ['Code', 'Provision', 'What is wrong', 'What would have to change'],
    listed.map((refusal) => [
      code(refusal.code),
      refusal.provision,
      refusal.message(...refusal.example),
      refusal.remedy(...refusal.example),
    ]),
  );
