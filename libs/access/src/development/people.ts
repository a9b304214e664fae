import type { Actor, Role } from '@kvp/lifecycle';

/** Someone made up, whom the development issuer gives tokens for. */
export interface DevelopmentClient {
  readonly clientId: string;
  readonly actor: Actor;
}

/** The same for all of them: it guards nothing, because the issuer refuses to start in production. */
export const DEVELOPMENT_SECRET = 'utvikling';

const offices = [
  { place: 'kristiansand', municipality: '4204', office: '1001' },
  { place: 'oslo', municipality: '0301', office: '0315' },
] as const;

const parts: readonly { readonly title: string; readonly role: Role; readonly seesProtected?: true }[] = [
  { title: 'saksbehandler', role: 'caseworker' },
  { title: 'beslutter', role: 'approver' },
  { title: 'klagebehandler', role: 'appealHandler' },
  { title: 'drift', role: 'operations' },
  { title: 'saksbehandler-skjermet', role: 'caseworker', seesProtected: true },
];

/** A caseworker, an approver, an appeal handler, an operator, and a caseworker of protected persons in each of two municipalities. */
export const developmentClients: readonly DevelopmentClient[] = offices.flatMap(({ place, municipality, office }) =>
  parts.map(({ title, ...part }) => {
    const clientId = `${title}-${place}`;
    return { clientId, actor: { id: clientId, municipality, office, ...part } };
  }),
);
