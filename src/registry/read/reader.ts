import type { SourceFile } from '../../text/source.js';
import type { JsonNode, JsonObject, JsonString } from '../json/nodes.js';
import { childPointer } from '../json/pointer.js';
import type { Owner, Problem, ProblemList } from '../problem.js';
import { TextField } from '../text-field.js';

/** A node together with where it stands and whose it is. */
export interface Located<Node extends JsonNode = JsonNode> {
  readonly node: Node;
  readonly pointer: string;
  readonly owner: Owner;
}

/** A member or an item: its pointer is put together when asked for, as nearly none ever is. */
export class LocatedIn<Node extends JsonNode = JsonNode> implements Located<Node> {
  constructor(
    readonly node: Node,
    readonly parent: string,
    readonly key: string | number,
    readonly owner: Owner,
  ) {}

  get pointer(): string {
    return childPointer(this.parent, this.key);
  }
}

type Finding = Pick<Problem, 'code' | 'message'> &
  Partial<Pick<Problem, 'severity' | 'suggestion' | 'advice' | 'replacement'>>;

/** What every reader of a part of the registry needs: the file, and the list that problems go to. */
export class Reader {
  constructor(
    readonly file: SourceFile,
    readonly problems: ProblemList,
  ) {}

  text({ node, parent, key }: Omit<LocatedIn<JsonString>, 'pointer' | 'owner'>): TextField {
    return new TextField(this.file, node, parent, key);
  }

  /** A problem of a whole value. */
  report(at: Located, finding: Finding): void {
    const { start, end } = at.node;
    // A bracket is enough to show where an object or array stands.
    const span =
      at.node.type === 'object' || at.node.type === 'array' ? { start, end: start + 1 } : { start, end };
    this.problems.add({ severity: 'error', ...finding, span, pointer: at.pointer, ...at.owner }, end);
  }

  /** A problem of an object's key. */
  reportKey(object: Located<JsonObject>, key: JsonString, finding: Finding): void {
    const span = { start: key.start, end: key.end };
    const pointer = childPointer(object.pointer, key.value);
    this.problems.add({ severity: 'error', ...finding, span, pointer, ...object.owner });
  }
}

export const isNode = <Type extends JsonNode['type'], At extends Located>(
  at: At | undefined,
  type: Type,
): at is At & { readonly node: Extract<JsonNode, { type: Type }> } => at?.node.type === type;
