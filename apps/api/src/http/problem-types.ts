/** One kind of problem: its status, its name and what a caller can do about it, in bokmål. Served at `/problems/<code>`. */
export interface ProblemType {
  readonly status: number;
  readonly title: string;
  readonly explanation: string;
}

export const problemTypes = {
  'malformed-body': {
    status: 400,
    title: 'Innholdet er ikke lesbar JSON',
    explanation: 'Innholdet må være ett JSON-objekt i UTF-8, uten nulltegn og uten unødig dyp nøsting. Svaret sier hvor det brister.',
  },
  'invalid-fields': {
    status: 400,
    title: 'Ett eller flere felt er feil',
    explanation: 'Feltene som er feil, står i «errors» med hva hvert av dem må være. Ingenting er skrevet.',
  },
  'invalid-header': {
    status: 400,
    title: 'Et hodefelt mangler eller er feil',
    explanation: 'Hodefeltet som er feil, står i «errors». Kommandoer krever Idempotency-Key med en UUID.',
  },
  unauthenticated: {
    status: 401,
    title: 'Innlogging kreves',
    explanation: 'Forespørselen må bære et gyldig token fra en utsteder som er godkjent her: «Authorization: Bearer …».',
  },
  forbidden: {
    status: 403,
    title: 'Ikke tilgang',
    explanation: 'Rollen i tokenet har ikke adgang til dette.',
  },
  'not-found': {
    status: 404,
    title: 'Finnes ikke',
    explanation: 'Adressen finnes ikke, eller tar ikke imot denne metoden.',
  },
  'case-not-found': {
    status: 404,
    title: 'Saken finnes ikke',
    explanation: 'Det finnes ingen slik sak der du arbeider. Hører saken til et annet kontor eller en annen kommune, er svaret det samme.',
  },
  'not-known-then': {
    status: 404,
    title: 'Saken var ikke kjent da',
    explanation: 'Saken var ikke registrert på tidspunktet i «knownAt». Svaret sier når den første hendelsen ble registrert.',
  },
  'appeal-not-found': {
    status: 404,
    title: 'Klagen finnes ikke',
    explanation: 'Saken hadde ingen klage med dette nummeret på tidspunktet det spørres om. Klagene er nummerert fra 1.',
  },
  'revision-not-found': {
    status: 404,
    title: 'Hendelsen finnes ikke',
    explanation: 'Saken har ingen hendelse med denne revisjonen. Hendelsene er nummerert fra 0 til revisjonen som saken står på.',
  },
  'not-signed': {
    status: 404,
    title: 'Ikke signert ennå',
    explanation: 'Loggen er ikke signert med det det spørres om. Den signeres hver dag, og når et saksframlegg lages.',
  },
  'document-not-found': {
    status: 404,
    title: 'Dokumentet finnes ikke',
    explanation: 'Saken har ikke noe dokument med denne SHA-256.',
  },
  'no-letter': {
    status: 422,
    title: 'Det skrives ikke brev om dette',
    explanation:
      'Vis til et vedtak, et foreløpig svar eller et forhåndsvarsel i saken, et forslag til vedtak, eller en kommando som fører til et.',
  },
  'content-forgotten': {
    status: 410,
    title: 'Innholdet er slettet for godt',
    explanation: 'Nøkkelen til personen er slettet, og ingen kan lese innholdet mer. At det fantes, står fortsatt i saken.',
  },
  'content-missing': {
    status: 500,
    title: 'Innholdet er borte',
    explanation: 'Dokumentet står i saken, men innholdet er ikke der det ble lagret. Det er meldt. Hent det fram fra sikkerhetskopi.',
  },
  'content-altered': {
    status: 500,
    title: 'Innholdet er endret',
    explanation: 'Innholdet er ikke det som ble lagret, og gis derfor ikke ut. Det er meldt. Hent det fram fra sikkerhetskopi.',
  },
  'unsupported-file': {
    status: 415,
    title: 'Filen er av en type som ikke tas imot',
    explanation: 'En fil må være PDF, PNG eller JPEG, sendt med sin egen «Content-Type», og innholdet må være det den sies å være.',
  },
  'request-timeout': {
    status: 408,
    title: 'Forespørselen kom ikke fram i tide',
    explanation: 'Tilkoblingen ble stengt før hele forespørselen var kommet. Send den på nytt.',
  },
  contended: {
    status: 409,
    title: 'Saken endres av flere på en gang',
    explanation: 'Saken ble endret av andre under behandlingen, også etter nye forsøk. Ingenting er skrevet. Prøv igjen.',
  },
  'report-input-missing': {
    status: 409,
    title: 'Rapporten mangler en liste',
    explanation: 'Rapporten bygger på en liste som ikke er lest inn for dette området og denne perioden: «kvp report-input».',
  },
  'no-file-yet': {
    status: 409,
    title: 'Filen finnes ikke ennå',
    explanation: 'Kjøringen er ikke kommet så langt at den har en slik fil. Svaret sier hva som må gjøres først.',
  },
  'key-reused': {
    status: 409,
    title: 'Idempotency-Key er brukt før',
    explanation: 'Nøkkelen er brukt til en annen forespørsel. Bruk en ny UUID for hver ny kommando.',
  },
  'stale-revision': {
    status: 412,
    title: 'Saken er endret siden du leste den',
    explanation: 'If-Match viser til en annen revisjon enn den saken står på. Les saken på nytt før du avgjør.',
  },
  'body-too-large': {
    status: 413,
    title: 'Innholdet er for stort',
    explanation: 'Innholdet kan være høyst 1 MB.',
  },
  'unsupported-media-type': {
    status: 415,
    title: 'Feil innholdstype',
    explanation: 'Innholdet må sendes som «Content-Type: application/json».',
  },
  refused: {
    status: 422,
    title: 'Regelverket tillater det ikke',
    explanation: 'Ingenting er skrevet. Hver grunn står i «refusals» med hjemmel og hva som måtte vært annerledes.',
  },
  'revision-required': {
    status: 428,
    title: 'If-Match kreves',
    explanation: 'Et enkeltvedtak må si hvilken revisjon av saken det bygger på: «If-Match: "<revisjon>"», fra ETag i siste svar.',
  },
  'headers-too-large': {
    status: 431,
    title: 'Hodefeltene er for store',
    explanation: 'Send mindre hodefelt.',
  },
  'bad-request': {
    status: 400,
    title: 'Forespørselen er feil',
    explanation: 'Forespørselen kan ikke leses som HTTP slik den er.',
  },
  'not-yet-readable': {
    status: 503,
    title: 'Visningen er ikke oppdatert ennå',
    explanation: 'Visningen har ikke nådd revisjonen i «atLeast» ennå. Prøv igjen om litt.',
  },
  unavailable: {
    status: 503,
    title: 'Tjenesten er midlertidig utilgjengelig',
    explanation: 'Noe som svaret trenger, er nede for øyeblikket. Prøv igjen; med samme Idempotency-Key blir ingenting gjort to ganger.',
  },
  'internal-error': {
    status: 500,
    title: 'Intern feil',
    explanation: 'Noe gikk galt hos oss. Oppgi «correlationId» når du melder fra.',
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemCode = keyof typeof problemTypes;
