/**
 * A JSON document as a tree of nodes that know their place. `start` and `end` are offsets into the text, in UTF-16
 * units, quotes and brackets included.
 */
export type JsonNode = JsonObject | JsonArray | JsonString | JsonNumber | JsonBoolean | JsonNull;

interface Place {
  readonly start: number;
  end: number;
}

export interface JsonObject extends Place {
  readonly type: 'object';
  /** In the order of the text, repeated keys included. */
  readonly members: JsonMember[];
  repeatsKeys: boolean;
}

export interface JsonMember {
  readonly key: JsonString;
  readonly value: JsonNode;
}

export interface JsonArray extends Place {
  readonly type: 'array';
  readonly items: JsonNode[];
}

export interface JsonString extends Place {
  readonly type: 'string';
  readonly value: string;
}

export interface JsonNumber extends Place {
  readonly type: 'number';
  /** As written: JavaScript's numbers lose long integers and the difference between 1 and 1.0. */
  readonly source: string;
}

export interface JsonBoolean extends Place {
  readonly type: 'boolean';
  readonly value: boolean;
}

export interface JsonNull extends Place {
  readonly type: 'null';
}
