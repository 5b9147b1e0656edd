/** `extends`, `include`, `import`, `from`: they parse like any tag, though no loader will ever find a template. */
import type { NameTarget, Statement, Target } from '../ast.js';
import { TemplateSyntaxError } from '../errors.js';
import { ExpressionParser } from './expressions.js';
import { spanOf } from './stream.js';
import { toTarget } from './targets.js';

const literalNames = new Set(['true', 'false', 'none', 'True', 'False', 'None']);

export abstract class ImportParser extends ExpressionParser {
  /** What `for`, `with` and `set` bind: names, and tuples of them. */
  protected parseTarget(): Target {
    return toTarget(this.parseTuple({ simplified: true }), this.stream);
  }

  protected parseNameTarget(): NameTarget {
    const token = this.stream.expect('name');
    if (literalNames.has(token.text)) this.stream.fail("can't assign to 'name'", spanOf(token));
    return { kind: 'NameTarget', name: token.text, span: spanOf(token) };
  }

  protected parseExtends(start: number): Statement {
    const template = this.parseExpression();
    return { kind: 'Extends', template, span: this.stream.spanFrom(start) };
  }

  protected parseInclude(start: number): Statement {
    const { stream } = this;
    const template = this.parseExpression();
    const ignoreMissing = stream.isName('ignore') && this.nextIsName('missing');
    if (ignoreMissing) {
      stream.next();
      stream.next();
    }
    const withContext = this.parseContextClause() ?? true;
    return { kind: 'Include', template, ignoreMissing, withContext, span: stream.spanFrom(start) };
  }

  protected parseImport(start: number): Statement {
    const { stream } = this;
    const template = this.parseExpression();
    stream.expect('name:as');
    const target = this.parseNameTarget().name;
    const withContext = this.parseContextClause() ?? false;
    return { kind: 'Import', template, target, withContext, span: stream.spanFrom(start) };
  }

  protected parseFrom(start: number): Statement {
    const { stream } = this;
    const template = this.parseExpression();
    stream.expect('name:import');
    const names: { name: string; alias: string }[] = [];
    let withContext: boolean | null = null;
    while (true) {
      if (names.length > 0) stream.expect('comma');
      if (!stream.is('name')) stream.expect('name');
      withContext = this.parseContextClause();
      if (withContext !== null) break;
      names.push(this.parseImportedName());
      withContext = this.parseContextClause();
      if (withContext !== null || !stream.is('comma')) break;
    }
    const span = stream.spanFrom(start);
    return { kind: 'FromImport', template, names, withContext: withContext ?? false, span };
  }

  private parseImportedName(): { name: string; alias: string } {
    const { name, span } = this.parseNameTarget();
    if (name.startsWith('_')) {
      throw new TemplateSyntaxError('names starting with an underline can not be imported', {
        span,
        pythonName: 'TemplateAssertionError',
      });
    }
    const alias = this.stream.skipName('as') ? this.parseNameTarget().name : name;
    return { name, alias };
  }

  /** `with context` or `without context`; `null` where neither follows. */
  private parseContextClause(): boolean | null {
    const { stream } = this;
    const isClause = stream.isName('with') || stream.isName('without');
    if (!isClause || !this.nextIsName('context')) return null;
    const withContext = stream.next().text === 'with';
    stream.next();
    return withContext;
  }

  private nextIsName(name: string): boolean {
    const token = this.stream.look();
    return token.type === 'name' && token.text === name;
  }
}
