/** XML as reports need it: elements laid out over lines, and text that no parser stumbles over. */

/** @param isBlock whether the content stands on lines of its own */
export function element(
  name: string,
  attributes: Record<string, string | number>,
  content: string,
  indent: string,
  isBlock = true,
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  if (content === '') return `${indent}<${name}${list.join('')}/>\n`;
  const [open, close] = isBlock ? ['\n', indent] : ['', ''];
  return `${indent}<${name}${list.join('')}>${open}${content}${close}</${name}>\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them, not even as references
const notInXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu;

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '&#9;'],
  ['\r', '&#13;'],
]);

/** Fit for attributes and for text. What XML cannot hold is spelled out. */
export const escapeXml = (text: string): string =>
  text
    .replace(notInXml, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replace(/[&<>"\t\r]/g, (character) => entities.get(character) ?? character);
