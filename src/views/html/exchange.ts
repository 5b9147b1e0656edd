/** A request as it was rendered, side by side with the answer to it. */
import type { RequestRecord, ResponseRecord } from '../../platform/result.js';
import { bodyFile, curlCommand, longestInlineBody } from '../curl.js';
import { formatDuration } from '../format.js';
import { phaseLabels } from '../glyphs.js';
import { fieldsOf, headerTable, networkPhases, statusText } from './bits.js';
import { bodyFigure } from './body.js';
import { html, type Markup } from './markup.js';
import { type Paper, visibleLines } from './paper.js';

export function exchangeSection(request: RequestRecord, id: string, paper: Paper): Markup {
  const title = request.purpose === 'token' ? 'Token request' : 'Request';
  return html`<section class="exchange" id="${id}">
<div class="side"><h4>${title}</h4>
<p class="url"><b>${paper.outside(request.method)}</b> ${paper.outside(request.url)}</p>
${request.routed_to !== null && html`<p class="note">⇢ routed to ${paper.outside(request.routed_to)}</p>`}
${connectionLine(request, paper)}
${headerTable(fieldsOf(request.headers), paper)}
${request.body !== null && request.body !== '' && requestBody(request, request.body, paper)}
${curlFold(request, paper)}
</div>
<div class="side">${answerTo(request, paper)}</div>
</section>`;
}

function answerTo(request: RequestRecord, paper: Paper): Markup {
  if (request.response !== null) return responsePart(request.response, 'Response', paper);
  const body =
    request.error_body !== null &&
    bodyFigure(
      {
        title: 'Body',
        text: request.error_body,
        bytes: Buffer.byteLength(request.error_body),
        whole: true,
      },
      paper,
    );
  const words =
    request.status_code === null
      ? html`<p class="note">No answer arrived.</p>`
      : html`<p class="status">${statusText(request.status_code, 'words')}</p>`;
  return html`<h4>Response</h4>${words}${body}`;
}

export function responsePart(response: ResponseRecord, title: string, paper: Paper): Markup {
  const { header_list, headers, transformed } = response;
  const contentType = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1];
  const whole = !response.truncated;
  const body = { title: 'Body', text: response.body, bytes: response.body_bytes, contentType, whole };
  const changed =
    transformed !== null &&
    bodyFigure(
      {
        title: 'Body after response_body',
        text: transformed,
        bytes: Buffer.byteLength(transformed),
        whole: true,
      },
      paper,
    );
  return html`<h4>${title}</h4><p class="status">${statusText(response.status_code, 'words')}</p>
${headerTable(header_list.length > 0 ? header_list : fieldsOf(headers), paper)}
${bodyFigure(body, paper)}${changed}`;
}

/** Times, and what the request went over. */
function connectionLine(request: RequestRecord, paper: Paper): Markup {
  const times = networkPhases
    .filter((phase) => request.phases[`${phase}_ms`] > 0)
    .map(
      (phase) =>
        html`<li><span class="swatch phase-${phase}"></span>${phaseLabels[phase]} ${formatDuration(request.phases[`${phase}_ms`])}</li>`,
    );
  const address =
    request.remote_address !== null && html`<li class="muted">${paper.outside(request.remote_address)}</li>`;
  return html`<ul class="chips"><li><b>${formatDuration(request.duration_ms)}</b></li>${times}${address}${
    request.reused_connection && html`<li class="muted">↻ open connection</li>`
  }</ul>`;
}

const requestBody = (request: RequestRecord, text: string, paper: Paper): Markup =>
  bodyFigure(
    {
      title: 'Body',
      text,
      bytes: Buffer.byteLength(text),
      contentType: Object.entries(request.headers).find(
        ([name]) => name.toLowerCase() === 'content-type',
      )?.[1],
      whole: true,
    },
    paper,
  );

function curlFold(request: RequestRecord, paper: Paper): Markup {
  // Masked once more as a whole: the command also has what stands around the values that it masks.
  const command = visibleLines(paper.mask(curlCommand(request, paper.mask)));
  const note =
    (request.body?.length ?? 0) > longestInlineBody &&
    html`<p class="note">The command reads the request's body from ${bodyFile}.</p>`;
  return html`<details class="fold"><summary>cURL</summary><pre class="command">${command}</pre>${note}</details>`;
}
