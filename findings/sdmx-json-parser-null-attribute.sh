#!/usr/bin/env bash
# sdmx-json-parser 0.3.1 (npm) reads an attribute that an observation does not have (null, as SDMX-JSON 2.0 writes it) as the first value of the
# attribute's list: a figure of which nothing is said comes out as confidential. A sender who puts the harmless value first is read rightly.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit --save-exact sdmx-json-parser@0.3.1

cat >read.cjs <<'JS'
const http = require('node:http');
const { SDMXParser } = require('sdmx-json-parser');

const dimension = (id, keyPosition, ...values) => ({ id, name: id, keyPosition, values: values.map((value) => ({ id: value, name: value })) });
const message = {
  meta: { id: 'M1', prepared: '2026-11-30T00:00:00Z', test: false, sender: { id: 'DEMO' } },
  data: {
    structures: [
      {
        links: [{ rel: 'datastructure', urn: 'urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=DEMO:PROGRAMS(1.0.0)' }],
        dataSets: [0],
        dimensions: {
          dataSet: [],
          series: [dimension('REF_AREA', 0, 'RU-SVE')],
          observation: [dimension('TIME_PERIOD', 1, '2026-09', '2026-10')],
        },
        measures: { observation: [{ id: 'OBS_VALUE', name: 'Value', format: { dataType: 'Double' } }] },
        attributes: {
          dataSet: [],
          series: [],
          observation: [
            { id: 'CONF_STATUS', name: 'Confidentiality', relationship: { observation: {} },
              values: [{ id: 'C', name: 'Confidential' }, { id: 'F', name: 'Free' }] },
          ],
        },
      },
    ],
    // September says "Free"; October says nothing.
    dataSets: [{ structure: 0, action: 'Information', links: [], series: { '0': { attributes: [], observations: { '0': [12, 1], '1': [7, null] } } } }],
  },
  errors: [],
};
const server = http.createServer((_, response) => {
  response.setHeader('content-type', 'application/vnd.sdmx.data+json;version=2.0.0');
  response.end(JSON.stringify(message));
});
server.listen(0, '127.0.0.1', async () => {
  const parser = new SDMXParser();
  await parser.getDatasets(`http://127.0.0.1:${server.address().port}/data`);
  for (const { TIME_PERIOD, value, CONF_STATUS } of parser.getData()) console.log(`${TIME_PERIOD} ${value} ${CONF_STATUS}`);
  server.close();
});
JS

echo "sdmx-json-parser $(node -p "require('sdmx-json-parser/package.json').version"), Node $(node --version)"
node read.cjs | tee seen
diff - seen <<'SEEN'
2026-09 12 Free
2026-10 7 Confidential
SEEN
echo 'as found: October carries no attribute and is shown as "Confidential", the first value of the list'
