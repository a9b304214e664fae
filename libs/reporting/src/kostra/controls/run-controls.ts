import { OSLO } from '../../areas/districts.ts';
import { type KostraRecord, linesOf, readRecord } from '../record/record.ts';
import { type ControlContext, type Finding, type RecordControl, type Severity, valueOf } from './control.ts';
import { isTaken } from './identity.ts';
import { PERSON_CONTROLS } from './person-controls.ts';
import { PROGRAMME_CONTROLS } from './programme-controls.ts';

/** Every control that looks at a record alone, in SSB's order. */
export const RECORD_CONTROLS: readonly RecordControl[] = [...PERSON_CONTROLS, ...PROGRAMME_CONTROLS];

/** Two of the file, and two that compare its records. */
const FILE_CONTROLS = 2;
const COMPARING_CONTROLS = 2;

/** What the controls say of a file. */
export interface Verdict {
  /** Counted as SSB does: 2 for each line, and 32 for each record when they were looked at. */
  readonly controls: number;
  /** The worst of the findings; null when there are none. */
  readonly severity: Severity | null;
  readonly findings: readonly Finding[];
}

/** Whether SSB takes the file: warnings may be sent. */
export const isAccepted = ({ severity, controls }: Verdict): boolean => controls > 0 && (severity === null || severity === 'WARNING');

export interface FileOptions {
  /** False when the municipality says that it had none: the file is then a single space. */
  readonly hasParticipants?: boolean;
}

/**
 * Holds a file against every control of SSB for the form, with its number and severity. A record of the wrong length stops the rest, for the
 * whole file. An empty file gives no control at all: see `controls`.
 */
export function controlFile(content: string, context: ControlContext, { hasParticipants = true }: FileOptions = {}): Verdict {
  const isNothing = content.length === 1;
  if (hasParticipants === isNothing)
    return verdictOf(1, [fatal('000', 'Filen skal ha deltakere når kommunen har det, og ellers være ett mellomrom.', [1])]);
  if (isNothing) return verdictOf(1, []);
  const lines = linesOf(content);
  const wrong = lines.flatMap((line, at) => (line.length !== context.layout.length || line.includes('\t') ? [at + 1] : []));
  if (wrong.length > 0) {
    const message = `Hver linje skal ha ${context.layout.length} tegn, uten tabulator.`;
    return verdictOf(FILE_CONTROLS * lines.length, [fatal('001', message, wrong)]);
  }
  const records = lines.map((line) => readRecord(line, context.layout));
  const perRecord = RECORD_CONTROLS.length + COMPARING_CONTROLS;
  return verdictOf((FILE_CONTROLS + perRecord) * lines.length, [...compared(records, context), ...controlled(records, context)]);
}

const fatal = (control: string, message: string, lines: readonly number[]): Finding => ({
  ...{ control, severity: 'FATAL', fields: [], message, lines },
});

const ORDER: readonly Severity[] = ['FATAL', 'ERROR', 'WARNING'];

function verdictOf(controls: number, findings: readonly Finding[]): Verdict {
  const severity = ORDER.find((each) => findings.some((finding) => finding.severity === each)) ?? null;
  return { controls, severity, findings };
}

/** One finding for each record that fails a control. */
function controlled(records: readonly KostraRecord[], context: ControlContext): readonly Finding[] {
  const inOslo = context.municipality === OSLO;
  const held = RECORD_CONTROLS.filter(({ exceptOslo }) => !inOslo || exceptOslo !== true);
  return records.flatMap((record, at) =>
    held
      .filter(({ fails }) => fails(record, context))
      .map(({ number, severity, fields, message }): Finding => ({ control: number, severity, fields, message, lines: [at + 1] })),
  );
}

/** 05A and 05B: outside Oslo no two records have the same person and status, nor the same journal number. One finding for each of them. */
function compared(records: readonly KostraRecord[], { municipality, year }: ControlContext): readonly Finding[] {
  if (municipality === OSLO) return [];
  const persons = doubles(records, (record) => {
    const number = valueOf(record, 'PERSON_FODSELSNR');
    return isTaken(number, year) ? `${number} ${valueOf(record, 'STATUS')}` : undefined;
  });
  const journals = doubles(records, (record) => valueOf(record, 'PERSON_JOURNALNR'));
  const double =
    (control: string, fields: readonly string[], message: string) =>
    (line: number): Finding => ({
      ...{ control, severity: 'ERROR', fields, message, lines: [line] },
    });
  return [
    ...persons.map(double('05A', ['PERSON_FODSELSNR', 'STATUS'], 'Samme person står flere ganger med samme status.')),
    ...journals.map(double('05B', ['PERSON_JOURNALNR'], 'Journalnummeret står flere ganger.')),
  ];
}

/** The lines of records that share a key with another; a record without one shares it with none. */
function doubles(records: readonly KostraRecord[], keyOf: (record: KostraRecord) => string | undefined): readonly number[] {
  const lines = new Map<string, number[]>();
  for (const [at, record] of records.entries()) {
    const key = keyOf(record);
    if (key === undefined) continue;
    const same = lines.get(key);
    if (same === undefined) lines.set(key, [at + 1]);
    else same.push(at + 1);
  }
  return [...lines.values()].filter((same) => same.length > 1).flat();
}
