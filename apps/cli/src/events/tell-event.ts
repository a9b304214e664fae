/** What is shown of an event; `personal` only when it was opened. */
export interface ToldEvent {
  readonly revision: number;
  readonly type: string;
  readonly version: number;
  readonly data: object;
  readonly personal?: object | null;
  readonly metadata: object;
}

/** A line that names the event, and one for each part of it. */
export function tellEvent({ revision, type, version, data, personal, metadata }: ToldEvent): readonly string[] {
  const { actor, recordedAt } = metadata as { readonly actor: { readonly id: string; readonly role: string }; readonly recordedAt: string };
  return [
    `${revision}  ${type} ${version}  ${recordedAt}  ${actor.role} ${actor.id}`,
    `   data      ${JSON.stringify(data)}`,
    ...(personal == null ? [] : [`   personal  ${JSON.stringify(personal)}`]),
  ];
}
