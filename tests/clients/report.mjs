// A BI client: reads a report page by page with an access token, and makes a table of it.
//   node report.mjs https://HOST/graphql TOKEN CYCLE_ID [DIMENSION,…] [PAGE_SIZE]
import { gql, GraphQLClient } from 'graphql-request';

const [url, token, cycleId, by = 'UNIT,PERIOD', size = '200'] = process.argv.slice(2);
const groupBy = by.split(',');
const client = new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } });

const query = gql`
  query ($cycleId: ID!, $groupBy: [ReportDimension!]!, $first: Int!, $after: String) {
    reporting {
      attainment(cycleId: $cycleId, groupBy: $groupBy, granularity: QUARTER, first: $first, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { unit { name } region { name } customer { name } person { name } level measure { name } period objectives target actual attainment }
      }
    }
  }
`;

const rows = [];
for (let after = null, more = true; more; ) {
  const { attainment } = (await client.request(query, { cycleId, groupBy, first: Number(size), after })).reporting;
  rows.push(...attainment.nodes);
  ({ endCursor: after, hasNextPage: more } = attainment.pageInfo);
}

const cell = (value) => value?.name ?? value ?? '—';
const line = (cells) => console.log(cells.join('\t'));
line([...groupBy, 'OBJECTIVES', 'TARGET', 'ACTUAL', 'ATTAINMENT']);
for (const row of rows) line([...groupBy.map((dimension) => cell(row[dimension.toLowerCase()])), row.objectives, cell(row.target), cell(row.actual), cell(row.attainment)]);
