#!/usr/bin/env node
// Measures JSON.parse and Ajv on the documents of a file, and prints what `assay bench` prints (Benchmarks/README.md).
//
// usage: ajv.cjs --passes N --rules SCHEMA FILE
//
// Any Ajv from 6 on that Node finds (NODE_PATH). `call_ns` is the same loop around a function that does nothing.

const { readFileSync } = require('node:fs');
const { parseArgs } = require('node:util');
const Ajv = require('ajv');

const { values, positionals } = parseArgs({
  options: { passes: { type: 'string', default: '15' }, rules: { type: 'string' } },
  allowPositionals: true,
});
const passes = Number(values.passes);
const text = readFileSync(positionals[0], 'utf8');
const documents = text.split('\n').filter((line) => line.trim() !== '');
const schema = JSON.parse(readFileSync(values.rules, 'utf8'));
// Ajv 6 knows drafts 6 and 7; the requests' rules use nothing newer. One schema has a copy of its metaschema inside.
delete schema.$schema;

const compile = () => new Ajv({ format: false, meta: false, validateSchema: false, logger: false }).compile(schema);
const validate = compile();

// Code that V8 optimised for one loop is shared with none other.
const loop = (body) => new Function('body', 'documents', `
  let count = 0;
  const start = process.hrtime.bigint();
  for (let index = 0; index < documents.length; index++) if (body(documents[index])) count++;
  return [Number(process.hrtime.bigint() - start), count];`).bind(null, body);

const loops = {
  parse_ns: loop((document) => JSON.parse(document) !== undefined),
  verdict_ns: loop((document) => validate(JSON.parse(document))),
  call_ns: loop(() => true),
};
const samples = { parse_ns: [], verdict_ns: [], call_ns: [], compile_ns: [] };
let valid = 0;
// V8 compiles what is hot: the first passes, a third of a second at least, warm up.
const warm = process.hrtime.bigint() + 300_000_000n;
while (process.hrtime.bigint() < warm) for (const run of Object.values(loops)) run(documents);
for (let pass = 0; pass < passes; pass++) {
  for (const [name, run] of Object.entries(loops)) {
    const [elapsed, count] = run(documents);
    samples[name].push(elapsed);
    if (name === 'verdict_ns') valid = count;
  }
  if (pass < 3) {
    const start = process.hrtime.bigint();
    compile();
    samples.compile_ns.push(Number(process.hrtime.bigint() - start));
  }
}

const bytes = documents.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
const figures = { documents: documents.length, bytes, valid };
for (const [name, times] of Object.entries(samples)) {
  times.sort((one, other) => one - other);
  figures[name] = { median: times[times.length >> 1], min: times[0] };
}
console.log(JSON.stringify(figures));
