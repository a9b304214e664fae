import type { JsonObject } from '@kvp/event-store';
import type { LifeCommand } from '../life/life.ts';
import type { DoorAnswer } from './door.ts';

/** What play fills in for the outcome that a decision carries out, where a limit is passed because of it. Rulebook § 9.24. */
const REFERENCE = 'Vedtaket i klagesaken, FVL § 34';

/** What the events of an appeal say of each decision, as far as it is asked here. */
interface Effect {
  readonly binding: boolean;
  readonly order?: readonly string[];
}

/** What the outcomes of a life's appeals have ordered, and nobody has decided yet. Each entry: the commands that carry it out. */
export class Ordered {
  #pending: (readonly string[])[] = [];

  /** Takes note of what an accepted command did. */
  see({ definition: { name } }: LifeCommand, { body }: DoorAnswer): void {
    const carriedOut = this.#pending.findIndex((names) => names.includes(name));
    this.#pending = this.#pending.filter((_, index) => index !== carriedOut);
    for (const { data } of (body['events'] ?? []) as unknown as readonly { readonly data: { readonly effects?: readonly Effect[] } }[])
      for (const { binding, order } of data.effects ?? []) if (binding && order !== undefined) this.#pending.push(order);
  }

  /** The same command with the reference that lets it pass a limit; undefined when nothing orders it, or the life says it itself. */
  referring({ definition: { name, schema } }: LifeCommand, body: JsonObject): JsonObject | undefined {
    const mayRefer = 'orderReference' in schema.properties && body['orderReference'] === undefined;
    return mayRefer && this.#pending.some((names) => names.includes(name)) ? { ...body, orderReference: REFERENCE } : undefined;
  }
}
