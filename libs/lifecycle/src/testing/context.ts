import { date } from '@kvp/calendar';
import { rulebook } from '@kvp/rulebook';
import { commands } from '../catalogue.ts';
import type { Actor, Context } from '../kernel/command.ts';
import { DEFAULT_POLICY } from '../kernel/policy.ts';
import type { MadeLetter } from '../kernel/state/documents.ts';

export const CASEWORKER: Actor = { id: 'a-caseworker', role: 'caseworker', municipality: '4204', office: 'Nav Kristiansand' };

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A letter as the caller has made it; its file is stored too. */
export const EXAMPLE_LETTER: MadeLetter = {
  kind: 'grant',
  title: 'Du får kvalifiseringsprogram',
  language: 'nb',
  templateVersion: 1,
  dataSha256: SHA256,
  file: { sha256: SHA256, size: 48_211, mediaType: 'application/pdf' },
};

/** A context of a day: the caseworker of the examples, the default policy and the law of `lawOn`, today when left out. */
export function contextOn(today: string, lawOn: string = today): Context {
  const now = date(today);
  return {
    today: now,
    actor: CASEWORKER,
    policy: DEFAULT_POLICY,
    law: rulebook.at(date(lawOn), now),
    lawAt: (day) => rulebook.at(day, now),
    policyAt: () => DEFAULT_POLICY,
    commands,
    applicant: { personId: 'a-person', openCase: false },
    letter: EXAMPLE_LETTER,
    file: EXAMPLE_LETTER.file,
  };
}
