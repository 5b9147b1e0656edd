/** Places inside the text fields of a registry, through JSON's escapes. */
import type { TextField } from '../registry/model.js';
import type { Span } from '../text/source.js';
import type { Edit, Place } from './finding.js';

/** A part of a field's text, by its offsets in the decoded text (those of the template's nodes). */
export const within = (field: TextField, span: Span): Place => ({
  span: field.spanOf(span.start, span.end),
  pointer: field.pointer,
});

/** The whole text of a field, without its quotes. */
export const contentOf = (field: TextField): Place => within(field, { start: 0, end: field.value.length });

/** Replaces a part of a field's text by another text, escaped for JSON. */
export const replaceWithin = (field: TextField, span: Span, text: string): Edit => ({
  span: field.spanOf(span.start, span.end),
  text: JSON.stringify(text).slice(1, -1),
});
