import type { Law, LeaveRight } from '@kvp/rulebook';

/** A § with two kinds of leave means the one that the regulation calls leave, when the paragraph is not named. */
const LEAVE_OF: Readonly<Record<string, string>> = {
  'KVPF § 12': 'KVPF § 12 annet ledd',
  'KVPF § 13': 'KVPF § 13 første ledd',
  'KVPF § 16': 'KVPF § 16 annet ledd',
};

/** The right to leave with stipend that a provision gives in a law; undefined when it gives none. */
export function leaveRight(provision: string, { leave }: Law): LeaveRight | undefined {
  const written = provision
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (første|1\.|first)( ledd)?$/i, ' første ledd')
    .replace(/ (andre|annet|2\.|second)( ledd)?$/i, ' annet ledd');
  return leave.rights.value.find((right) => right.provision === (LEAVE_OF[written] ?? written));
}
