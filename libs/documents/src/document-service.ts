import type { PlainDate } from '@kvp/calendar';
import type { CaseRecord, Supplied, Supply } from '@kvp/deciding';
import type { DomainEvent, FileReference, MunicipalityPolicy } from '@kvp/lifecycle';
import type { FileContent, Files } from './files/sealed-files.ts';
import { setLetter, writeLetter } from './letters/make-letter.ts';

type PolicyOn = (day: PlainDate) => MunicipalityPolicy;

/** What a preview is made of: the case, and what has not been decided yet. */
export interface Preview {
  readonly record: CaseRecord;
  /** What would be decided, after the case; none to preview the letter about what was decided. */
  readonly outcome: readonly DomainEvent[];
  /** Revision of what the letter is about; that of the first of the outcome which a letter is written about when left out. */
  readonly about?: number;
  readonly today: PlainDate;
  /** Opaque id of who asks. */
  readonly by: string;
  readonly policyOn: PolicyOn;
}

/** The letters and files of cases. */
export interface Documents {
  readonly files: Files;
  /** For `createCommandService`: makes the letter that is to be issued, and finds the file that is to be attached. */
  readonly supply: Supply;
  /** The letter as it would be, marked as a draft; undefined when no letter is written about it. Nothing is stored. */
  preview(asked: Preview): Uint8Array | undefined;
}

export function createDocuments(files: Files): Documents {
  return {
    files,
    supply: async (asked) => {
      const { name, input, dryRun = false } = asked.request;
      if (name === 'issueLetter') return await issued(files, asked, dryRun);
      const personId = asked.state.application?.personId;
      const sha256 = fileNamed(name, input);
      return personId === undefined || sha256 === undefined ? {} : await found(files, personId, sha256);
    },
    preview,
  };
}

/** Made and stored before it is decided on: the stored bytes are those that are sent. */
async function issued(files: Files, { request, context, record }: Parameters<Supply>[0], dryRun: boolean): Promise<Supplied> {
  const about = request.input['about'] as number;
  const found = await record();
  if (found === null) return {};
  const { today, policyAt: policyOn } = context;
  const letter = writeLetter({ ...found, about, today, policyOn });
  if (letter === undefined) return {};
  const bytes = setLetter(letter);
  const file = dryRun ? files.describe(bytes) : await files.keep(found.personId, bytes);
  if (file === undefined) return {};
  const { kind, language, templateVersion, dataSha256, document } = letter;
  return { letter: { kind, title: document.title, language, templateVersion, dataSha256, file } };
}

/** The file that a command names, or that takes the place of one which was attached by mistake. */
function fileNamed(name: string, input: Readonly<Record<string, unknown>>): string | undefined {
  const body = name === 'correctFact' ? (input['replacement'] as Readonly<Record<string, unknown>> | undefined)?.['attachDocument'] : input;
  if (name !== 'attachDocument' && name !== 'correctFact') return undefined;
  return (body as { readonly file?: string } | undefined)?.file;
}

/** A file whose content is gone or altered is not there. */
async function found(files: Files, personId: string, sha256: string): Promise<Supplied> {
  const content: FileContent = await files.read(personId, sha256);
  if (content.kind !== 'content') return {};
  const file: FileReference | undefined = files.describe(content.bytes);
  return file === undefined ? {} : { file };
}

function preview({ record, outcome, about, today, by, policyOn }: Preview): Uint8Array | undefined {
  const metadata = {
    ...record.events[0]?.metadata,
    commandId: 'preview',
    actor: { id: by, role: 'caseworker' },
    recordedAt: `${today.toString()}T12:00:00.000Z`,
  };
  const further = outcome.map((event, index) => ({
    id: `preview-${index}`,
    stream: `case-${record.caseId}`,
    revision: record.revision + 1 + index,
    event,
    metadata: metadata as CaseRecord['events'][number]['metadata'],
  }));
  const events = [...record.events, ...further];
  const subjects = about === undefined ? further.map(({ revision }) => revision) : [about];
  for (const revision of subjects) {
    const letter = writeLetter({ ...record, events, about: revision, today, policyOn }, { draft: true });
    if (letter !== undefined) return setLetter(letter);
  }
  return undefined;
}
