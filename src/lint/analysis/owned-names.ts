/** Names that rules of their own speak about; no other rule does. */
export const ownedNames: ReadonlySet<string> = new Set(['pathParams']);
