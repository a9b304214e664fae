import { developmentClients } from '@kvp/access';
import type { Actor, Role } from '@kvp/lifecycle';
import { type Door, type DoorRequest, answer, headersOf } from './door.ts';

export interface HttpDoorOptions {
  /** Without a slash at the end. */
  readonly url: string;
  /** A bearer token that speaks for the actor. */
  readonly tokenFor: (actor: Actor) => Promise<string>;
}

const TIMEOUT_MS = 30_000;

/** The API over the network, as a caseworker's frontend reaches it. */
export function httpDoor({ url, tokenFor }: HttpDoorOptions): Door {
  const tokens = new Map<string, Promise<string>>();
  const token = ({ role, municipality, office }: DoorRequest): Promise<string> => {
    const who = [role, municipality, office].join(' ');
    const actor = madeUp(role, municipality);
    const held = tokens.get(who) ?? tokenFor(office === undefined ? actor : { ...actor, office });
    tokens.set(who, held);
    return held;
  };
  return {
    async send(request) {
      const { method, path, body } = request;
      const response = await fetch(url + path, {
        method,
        headers: headersOf(request, await token(request)),
        signal: AbortSignal.timeout(TIMEOUT_MS),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return answer(response.status, await response.text());
    },
  };
}

/** One of the people whom the development issuer knows, or somebody like them in a municipality where it knows nobody. */
function madeUp(role: Role, municipality: string): Actor {
  const known = developmentClients.find(({ actor }) => actor.role === role && actor.municipality === municipality);
  const alike = developmentClients.find(({ actor }) => actor.role === role);
  const title = alike?.clientId.split('-')[0] ?? role;
  return known?.actor ?? { id: `${title}-${municipality}`, role, municipality, office: `${municipality}-1` };
}
