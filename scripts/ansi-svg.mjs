/** Terminal output as an SVG picture of a terminal window: SGR colours, block elements as shapes, aligned columns. */
import { eastAsianWidth } from 'get-east-asian-width';

const cell = { width: 8.4, height: 20, font: 14 };
const padding = { left: 20, top: 54, right: 20, bottom: 18 };
const theme = { window: '#16181d', border: '#2b2f38', text: '#d5d9e0', title: '#8b93a1' };
const fonts =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const named = [
  ['#3b4048', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d5d9e0'],
  ['#5c6370', '#ef8891', '#b1d797', '#efd39c', '#82c1f4', '#d599e6', '#79c8d2', '#ffffff'],
];
const plain = { ink: null, paper: null, bold: false, inverse: false };
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * @param {string} ansi text with SGR sequences; other control sequences are dropped
 * @param {{ columns: number, title: string }} options
 * @returns {string}
 */
export function ansiToSvg(ansi, { columns, title }) {
  const rows = ansi.replace(/\n+$/, '').split('\n').map(runsOf);
  const width = Math.ceil(padding.left + columns * cell.width + padding.right);
  const height = padding.top + rows.length * cell.height + padding.bottom;
  const shapes = rows.flatMap((runs, row) => rowShapes(runs, padding.top + row * cell.height));
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="10" fill="${theme.window}" stroke="${theme.border}"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (color, index) => `<circle cx="${22 + index * 20}" cy="22" r="6" fill="${color}"/>`,
    ),
    `<text x="${width / 2}" y="27" fill="${theme.title}" font-family="${fonts}" font-size="13" text-anchor="middle">${escapeXml(title)}</text>`,
    `<g font-family="${fonts}" font-size="${cell.font}" fill="${theme.text}">`,
    ...shapes,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/** Stretches of one style, with their column. */
function runsOf(line) {
  const runs = [];
  let style = plain;
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control sequences are what is parsed here
  for (const part of line.split(/(\u001b\[[0-9;?]*[A-Za-z])/)) {
    if (part.startsWith('\u001b')) {
      if (part.endsWith('m')) style = styled(style, part.slice(2, -1));
      continue;
    }
    for (const { segment } of segmenter.segment(part.replace('\r', ''))) {
      const cells = /^\p{Emoji_Presentation}/u.test(segment) ? 2 : eastAsianWidth(segment.codePointAt(0));
      const last = runs.at(-1);
      const alike =
        segment === '█' ? last?.text.endsWith('█') : !isDrawn(segment) && !isDrawn(last?.text ?? '');
      const joins = last !== undefined && last.style === style && alike;
      if (joins) {
        last.text += segment;
        last.cells += cells;
      } else runs.push({ text: segment, style, column, cells });
      column += cells;
    }
  }
  return runs;
}

function styled(before, parameters) {
  const codes = parameters === '' ? [0] : parameters.split(';').map(Number);
  let style = before;
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at];
    if (code === 0) style = plain;
    else if (code === 1) style = { ...style, bold: true };
    else if (code === 22) style = { ...style, bold: false };
    else if (code === 7 || code === 27) style = { ...style, inverse: code === 7 };
    else if (code === 39) style = { ...style, ink: null };
    else if (code === 49) style = { ...style, paper: null };
    else if (code === 38 || code === 48) {
      const color = codes[at + 1] === 5 ? indexed(codes[at + 2]) : rgb(codes.slice(at + 2, at + 5));
      style = { ...style, [code === 38 ? 'ink' : 'paper']: color };
      at += codes[at + 1] === 5 ? 2 : 4;
    } else style = { ...style, ...namedColor(code) };
  }
  return style;
}

function namedColor(code) {
  const ranges = [
    [30, 'ink', 0],
    [40, 'paper', 0],
    [90, 'ink', 1],
    [100, 'paper', 1],
  ];
  const range = ranges.find(([first]) => code >= first && code <= first + 7);
  return range === undefined ? {} : { [range[1]]: named[range[2]][code - range[0]] };
}

function indexed(index) {
  if (index < 16) return named[index >> 3][index % 8];
  if (index >= 232) return rgb(Array(3).fill(8 + (index - 232) * 10));
  const level = (value) => (value === 0 ? 0 : 55 + value * 40);
  const cube = index - 16;
  return rgb([level(Math.floor(cube / 36)), level(Math.floor(cube / 6) % 6), level(cube % 6)]);
}

const rgb = (parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

const isDrawn = (text) => text === '┊' || blockEighths(text) > 0;

/** Eighths of the cell that a block element fills from the left; 0 for other text. */
function blockEighths(text) {
  if (text.startsWith('█')) return 8;
  const index = '█▉▊▋▌▍▎▏'.indexOf(text);
  return text.length === 1 && index !== -1 ? 8 - index : 0;
}

function rowShapes(runs, top) {
  return runs.flatMap((run) => {
    const { style } = run;
    const ink = style.inverse ? (style.paper ?? theme.window) : (style.ink ?? theme.text);
    const paper = style.inverse ? (style.ink ?? theme.text) : style.paper;
    const x = padding.left + run.column * cell.width;
    const width = run.cells * cell.width;
    const eighths = blockEighths(run.text);
    const filled = (width * eighths) / 8;
    // An inverse block is a hole in its colour: only the rest of the cell is painted.
    if (eighths > 0 && style.inverse && style.paper === null)
      return [bar(x + filled, top, width - filled, paper)];
    const shapes = paper === null ? [] : [bar(x, top, width, paper)];
    if (eighths > 0) shapes.push(bar(x, top, filled, ink));
    else if (run.text === '┊') {
      const middle = round(x + cell.width / 2);
      shapes.push(
        `<path d="M${middle} ${top}v${cell.height}" stroke="${ink}" stroke-width="1" stroke-dasharray="2 3"/>`,
      );
    } else shapes.push(...textShape(run, x, top, width, ink));
    return shapes;
  });
}

/** Bars leave a seam between rows, so that steps stay apart. */
const bar = (x, top, width, fill) =>
  `<rect x="${round(x)}" y="${top + 2}" width="${round(width)}" height="${cell.height - 4}" fill="${fill}" shape-rendering="crispEdges"/>`;

function textShape(run, x, top, width, ink) {
  const text = run.text.trimEnd();
  if (text === '') return [];
  const length = round(width - (run.text.length - text.length) * cell.width);
  const weight = run.style.bold ? ' font-weight="700"' : '';
  const fill = ink === theme.text ? '' : ` fill="${ink}"`;
  return [
    `<text x="${round(x)}" y="${top + 15}" textLength="${length}" lengthAdjust="spacingAndGlyphs" xml:space="preserve"${fill}${weight}>${escapeXml(text)}</text>`,
  ];
}

const round = (value) => Math.round(value * 100) / 100;

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text) => text.replace(/[&<>"]/g, (character) => entities[character]);
