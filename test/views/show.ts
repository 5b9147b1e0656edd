import { emptyModel, reduce } from '../../src/views/model.js';
import { waterfall } from '../../src/views/waterfall.js';
import { contactOrders, failedOrders } from './runs.js';
import { scriptRun } from './script.js';

const [which, color, ...widths] = process.argv.slice(2);
for (const width of widths) {
  const lines = waterfall(
    scriptRun(which === 'ok' ? contactOrders : failedOrders).reduce(reduce, emptyModel),
    {
      width: Number(width),
      color: color === 'color',
      mask: (text) => text,
    },
  );
  console.log(`${lines.join('\n')}\n`);
}
