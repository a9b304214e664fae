import { describe, expect, test } from '@jest/globals';
import { date } from '@kvp/calendar';
import { type DomainEvent, type Language, caseEvents } from '@kvp/lifecycle';
import { CASE_ID, application, event, opened } from '../testing/case-events.ts';
import { textOf } from '../testing/read-pdf.ts';
import { CHECKLIST } from './checklist.ts';
import { type LetterRequest, letterFacts } from './letter-facts.ts';
import { setLetter, writeLetter } from './make-letter.ts';
import { TEMPLATES } from './templates.ts';

const chosen = (language: Language): readonly DomainEvent[] => (language === 'nb' ? [] : [event('LanguageChosen', {}, { language })]);
const grant = event('ProgrammeGranted');

function request(events: readonly DomainEvent[], facts: Partial<LetterRequest> = {}): LetterRequest {
  return {
    caseId: CASE_ID,
    events: opened(events),
    about: events.length - 1,
    partyName: 'Kari Eksempel',
    today: date('2026-03-24'),
    policyOn: () => ({ payDay: 20, absenceReducesChildSupplement: true }),
    ...facts,
  };
}

/** What of the checklist is missing in a letter, read out of its PDF. */
async function missing(asked: LetterRequest): Promise<readonly string[]> {
  const facts = letterFacts(asked)!;
  const text = await textOf(setLetter(writeLetter(asked)!));
  const items = CHECKLIST.filter((item) => item.applies(facts, TEMPLATES[facts.event.type]!));
  expect(items.length).toBeGreaterThan(8);
  return items.flatMap(({ name, holds }) =>
    holds(facts)
      .map((part) => part.replaceAll(/\s+/g, ' '))
      .filter((part) => !text.includes(part))
      .map((part) => `${name}: ${part}`),
  );
}

/** Words that only one of the two has. */
const BOKMAAL =
  /(?<![\p{L}])(?:ikke|hvorfor|hva|hvor|innvilget|uke|uker|fra|hvis|deltakeren|saken|måneder|en|et|noe|være|gjøre|å se|dokumentene)(?![\p{L}])|loven/iu;
const NYNORSK =
  /(?<![\p{L}])(?:ikkje|kvifor|kva|kor|innvilga|veker|frå|deltakaren|saka|månader|ein|eit|noko|vere|gjere|dokumenta)(?![\p{L}])|lova(?![\p{L}])/iu;

const languages = ['nb', 'nn'] as const;
const types = Object.keys(TEMPLATES);

test('there is a letter for every individual decision of the catalogue', () => {
  const decisions = Object.values(caseEvents).filter(({ decision }) => decision !== undefined);
  expect(decisions.map(({ type }) => type).filter((type) => TEMPLATES[type]?.isDecision !== true)).toEqual([]);
});

describe.each(languages)('the checklist of § 6.3 in %s', (language) => {
  test.each(types)('%s', async (type) => {
    expect(await missing(request([application(), ...chosen(language), grant, event(type)]))).toEqual([]);
  });

  test.each<readonly [string, DomainEvent]>([
    ['a grant without plan, clause and answers', event('ProgrammeGranted', { absenceClause: false }, { conditions: [], plan: undefined })],
    ['a rejection on another ground', event('ApplicationRejected', { ground: 'disproportionatelyBurdensome' }, { conditions: [] })],
    [
      'an extension for special reasons, after a lapse',
      event(
        'ProgrammeExtended',
        { decidedOn: '2026-02-10', withSpecialReasons: true, afterLapse: true, evaluationDates: ['2026-08-03'] },
        { specialReasons: { necessary: true, progress: true, workProbable: true, reason: 'Fast arbeid er avtalt.' } },
      ),
    ],
    ['leave without stipend', event('LeaveGranted', { legalForm: 'LEAVE_WITHOUT_STIPEND', provision: 'STL § 36' })],
    [
      'an interruption without notice',
      event('ProgrammeInterrupted', { noticeGiven: false }, { noticeException: 'Adressen er ikke kjent.' }),
    ],
    ['a termination against the party', event('ProgrammeTerminated', { reason: 'nonAttendance', noticeGiven: true })],
    ['a deduction that spares the supplement', event('DeductionDecided', { sparesSupplement: true })],
    ['an interim reply without a day', event('InterimReplySent', { expectedBy: undefined })],
  ])('%s', async (_what, told) => {
    expect(await missing(request([application(), ...chosen(language), grant, told]))).toEqual([]);
  });

  test('a grant of 2008, on the law and under the names of its time', async () => {
    const early = event('ProgrammeGranted', {
      decidedOn: '2008-03-10',
      from: '2008-04-01',
      to: '2009-03-31',
      startBy: '2008-08-04',
      evaluationDates: ['2008-09-01'],
    });
    const asked = request([application({ receivedOn: '2008-02-04' }, { birthDate: '1985-06-01' }), ...chosen(language), early], {
      today: date('2008-03-10'),
    });
    expect(await missing(asked)).toEqual([]);
    const text = await textOf(setLetter(writeLetter(asked)!));
    // 2 × 66 812 = 133 624; × 2/3 ÷ 260 = 342,63; the supplement was 27 (rulebook § 5.2).
    for (const part of ['fylkesmannen', '§ 5A-7', '342,63 kr', '27 kroner', '1. juni 2010']) expect(text).toContain(part);
    for (const part of ['tatsforvalt', 'sosialtjenesteloven', 'sosialtenestelova', '2,041']) expect(text).not.toContain(part);
  });
});

test('a letter that lacks something is found out', async () => {
  const asked = request([application(), grant]);
  const facts = letterFacts(asked)!;
  const item = CHECKLIST.find(({ name }) => name === 'stipend: in arrears, pay day')!;
  const text = await textOf(
    setLetter(writeLetter(request([application(), grant], { policyOn: () => ({ payDay: 12, absenceReducesChildSupplement: true }) }))!),
  );
  expect(item.holds(facts).filter((part) => !text.includes(part))).toEqual(['den 20. i']);
});

test('the grant of the example states the rule, and what a day is today', async () => {
  const text = await textOf(setLetter(writeLetter(request([application(), grant]))!));
  // G 124 028 × 2,041 ÷ 260 = 973,62; the supplement of 2025 is 37 (rulebook § 5.2).
  for (const part of [
    '2,041 ganger grunnbeløpet',
    '973,62 kr per dag',
    '37 kroner per stønadsdag',
    'Du har fylt 25 år',
    'statsforvalteren',
    'AEV-2025-17',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/undefined|null|NaN|\[object|\[U\+/);
});

test('both forms of Norwegian are that form throughout', async () => {
  const words = { justification: 'Grunn.', reason: 'Grunn.', considered: 'Grunn.', conditions: [], plan: undefined };
  const letter = (language: Language, type: string): Promise<string> =>
    textOf(setLetter(writeLetter(request([application(), ...chosen(language), grant, event(type, { noticeGiven: true }, words)]))!));
  for (const type of types) {
    expect([type, (await letter('nn', type)).match(BOKMAAL)?.[0]]).toEqual([type, undefined]);
    expect([type, (await letter('nb', type)).match(NYNORSK)?.[0]]).toEqual([type, undefined]);
  }
});

test('who proposed it is the caseworker, and who approved it is named beside them', async () => {
  const events = [application(), event('DecisionProposed'), event('DecisionApproved', { proposal: 1 }), grant];
  const by = { 1: { actor: 'Z990001' }, 2: { actor: 'Z990002', commandId: 'approval' }, 3: { actor: 'Z990002', commandId: 'approval' } };
  const asked = request(events, { events: opened(events, by) });
  expect(letterFacts(asked)).toMatchObject({ caseworker: 'Z990001', approver: 'Z990002' });
  const text = await textOf(setLetter(writeLetter(asked)!));
  expect(text).toContain('Saksbehandler: Z990001 Beslutter: Z990002');
});

test('the same data makes the same hash and the same bytes; another day makes others', () => {
  const asked = request([application(), grant]);
  const [first, second] = [writeLetter(asked)!, writeLetter(asked)!];
  expect(second.dataSha256).toBe(first.dataSha256);
  expect(Buffer.from(setLetter(second)).equals(Buffer.from(setLetter(first)))).toBe(true);
  const later = writeLetter(request([application(), grant], { today: date('2026-03-25') }))!;
  expect(later.dataSha256).not.toBe(first.dataSha256);
});

test('what has happened since changes no letter about what was decided, but the language does', () => {
  const before = request([application(), grant]);
  const child = event('ChildRecorded');
  expect(writeLetter({ ...before, events: opened([application(), grant, child]) })!.dataSha256).toBe(writeLetter(before)!.dataSha256);
  const nynorsk = writeLetter({ ...before, events: opened([application(), grant, ...chosen('nn')]) })!;
  expect(nynorsk.language).toBe('nn');
});

test('there is none about a start, about nothing, and a draft is marked as one', async () => {
  const events = [application(), grant, event('ProgrammeStarted')];
  expect(writeLetter(request(events))).toBeUndefined();
  expect(writeLetter(request(events, { about: 9 }))).toBeUndefined();
  const draft = await textOf(setLetter(writeLetter(request(events, { about: 1 }), { draft: true })!));
  expect(draft.replaceAll(' ', '')).toContain('UTKAST–IKKESENDT');
});

test('what a caseworker wrote is text, whatever it looks like', async () => {
  const reason = '#panic() *fet* $x$ <b>hei</b>\n\nNytt avsnitt.';
  const text = await textOf(setLetter(writeLetter(request([application(), event('ApplicationRejected', {}, { justification: reason })]))!));
  expect(text).toContain('#panic() *fet* $x$ <b>hei</b> Nytt avsnitt.');
});
