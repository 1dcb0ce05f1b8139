#!/usr/bin/env node
// Compares Assay's patterns with those of a JavaScript engine, on generated patterns and texts.
//
// usage: patterns.mjs --assay PATH [--count N] [--seed S]
//
// PATH is the `assay` command, or any command that speaks IHOP v1 as `assay bowtie --assert-format` does. N counts pairs
// of pattern and text. Four kinds of cases, each with the same seed the same:
//
//   match    RegExp(p, 'u') against {"pattern": p}
//   flags    RegExp(p, 'iu'), 'mu', 'su' against {"pattern": "(?i:p)"}: Node 20 has the flags, not the modifiers
//   older    RegExp(p) against {"pattern": p} where only annex B can read p; characters of one code unit
//   syntax   new RegExp(p, 'u') throws if and only if {"format": "regex"} refuses p
//
// Prints each difference with the shortest pattern and text that still show it, then a summary, and exits with 1 if there
// was one. What may differ is listed in `exceptions` by feature, with the reason.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({
  options: { assay: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } },
});
if (!options.assay) {
  console.error('usage: patterns.mjs --assay PATH [--count N] [--seed S]');
  process.exit(2);
}
const wanted = Number(options.count ?? 20000);
const seed = Number(options.seed ?? 1);

// ---- Features in which the two may differ ----

const exceptions = {
  // Assay refuses to compile what PCRE2 cannot run, and says so. `message` is the refusal.
  refused: [
    { feature: 'lookbehind without a longest length', message: /lookbehind of varying length|lookbehind is not supp/,
      syntax: /\(\?<[=!]/ },
    { feature: 'back reference inside a lookbehind: PCRE2 matches it from left to right',
      message: /back reference inside a lookbehind/, syntax: /\(\?<[=!]/ },
    { feature: 'back reference to a group repeated in a lookbehind', message: /repeated inside a lookbehind/,
      syntax: /\(\?<[=!]/ },
    { feature: 'back reference to a group in a repetition that can match nothing, in lookaround or required twice',
      message: /inside a repetition that can match nothing/, syntax: /[*+?}]/ },
    { feature: 'a group repeated more than 65535 times', message: /more than 65535 times|too large/, syntax: /\{\d{4,}/ },
    { feature: 'a property newer than the installed PCRE2', message: /PCRE2 does not know this property/,
      syntax: /\\p/i },
  ],
  // A budget ran out: no verdict is better than a wrong one.
  undecided: { feature: 'a repetition in a repetition beside lookaround or a back reference, which only backtracking runs',
    syntax: /^(?=.*(?:\(\?<?[=!]|\\[1-9k]))(?=.*[*+?}].*[*+?}])/s },
  // V8 finds `(?!\1)()` inside a surrogate pair, where 22.2.7.2 never looks under `u`.
  insideCharacter: 'a match of Node that starts inside a character',
  // ECMA-262 of 2025 allows what Node 20 does not know.
  newerThanNode: [
    { feature: 'modifiers', syntax: /\(\?(?=[ims-]+:)[ims]*-?[ims]*:/ },
    { feature: 'a group name in two alternatives', syntax: /\(\?<([^>]*)>.*\(\?<\1>/s },
    { feature: 'names spelt with escapes, two of them equal', syntax: /\(\?<[^>]*\\u.*\(\?</s },
  ],
  // Lenient reading refuses, or takes at its strict meaning, what annex B takes for letters.
  older: [
    { feature: 'letters that are escapes in other languages', syntax: /\\[AaBCEeFGgHhIiKkLlMmNoPpQRUVXYyZz]/ },
    { feature: 'what the u mode reads keeps that meaning, as in \\u{41}', syntax: /\\u\{|\\u[dD][89a-fA-F]/ },
    { feature: 'no meaning for \\c in a name, or lone surrogates', syntax: /[\ud800-\udfff]/ },
  ],
};

// ---- Random choices ----

let state = seed >>> 0;
function random(limit) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) % limit;
}
const pick = (list) => list[random(list.length)];
const times = (n, f) => Array.from({ length: n }, f);

// ---- Patterns: nodes that can write themselves and invent a text ----

const wide = [...'abcAkKsS019_- .\n\r\t\0', 'é', 'ß', 'ſ', '\u212a', 'Σ', 'σ', 'ς', 'ǅ', 'π', '\u2028', '\ufeff', '\u0345',
  'ı', 'İ', '\u200b', '\u3042', '\ud83d\udc32', '\ud835\udc00', '\ud801\udc00', '\ud801\udc28', '\u{10ffff}', '\ufb05'];
const narrow = wide.filter((c) => c.length === 1);
const syntaxCharacters = new Set('^$\\.*+?()[]{}|/');
const properties = propertyNames();

const hex = (n, width) => n.toString(16).padStart(width, '0');
function literal(c, kind) {
  if (syntaxCharacters.has(c)) return '\\' + c;
  const code = c.codePointAt(0);
  switch (random(12)) {
    case 0: return code < 256 ? '\\x' + hex(code, 2) : c;
    case 1: return kind === 'older' ? c : `\\u{${hex(code, random(6))}}`;
    case 2: return [...Array(c.length).keys()].map((i) => '\\u' + hex(c.charCodeAt(i), 4)).join('');
    case 3: return code > 0 && code < 27 ? '\\c' + String.fromCharCode(64 + code) : c;
    case 4: return kind === 'older' && !/[0-9a-zA-Z]/.test(c) ? '\\' + c : c;
    default: return c;
  }
}

const leaf = (text, invent) => ({ text, invent });
function character(kind) {
  const c = pick(kind === 'older' ? narrow : wide);
  return leaf(literal(c, kind), () => c);
}
function escape() {
  const [text, samples] = pick([['\\d', '07'], ['\\D', 'a-'], ['\\w', 'a_0'], ['\\W', '- é'], ['\\s', ' \n\ufeff'],
    ['\\S', 'aé'], ['.', 'a\u{1f432}'], ['\\0', '\0'], ['\\t', '\t'], ['\\n', '\n'], ['\\v', '\v'], ['\\uD83D', 'a']]);
  return leaf(text, () => pick([...samples]));
}
function property() {
  return leaf(`\\${pick('pP')}{${pick(properties)}}`, () => pick(wide));
}
function characterClass(kind) {
  const items = times(random(4), () => {
    switch (random(kind === 'older' ? 5 : 6)) {
      case 0: {
        const [low, high] = [pick(narrow), pick(narrow)].sort();
        return `${classLiteral(low)}-${classLiteral(high)}`;
      }
      case 1: return pick(['\\d', '\\w', '\\W', '\\s', '\\S', '\\D', '\\b', '\\-']);
      case 2: return kind === 'older' ? pick(['\\w-.', '\\d-z', 'a-\\s', '\\c1', '\\c', '\\07', '\\8', '{', '[:x:'])
        : pick(['[:alpha:', '--0', '^', '$', '.', '(', '\\cJ']);
      case 5: return `\\${pick('pP')}{${pick(properties)}}`;
      default: return classLiteral(pick(kind === 'older' ? narrow : wide));
    }
  });
  return leaf(`[${pick(['', '', '^'])}${items.join('')}${pick(['', '', '', '-'])}]`, () => pick(wide));
}
const classLiteral = (c) => ('\\]^-'.includes(c) ? '\\' + c : c);

function atom(context, depth) {
  const { kind } = context;
  const choice = random(depth > 0 ? 14 : 7);
  if (choice < 3) return character(kind);
  if (choice === 3) return escape();
  if (choice === 4) return characterClass(kind);
  if (choice === 5) return kind === 'older' ? oddity() : random(2) ? property() : escape();
  if (choice === 6) return random(3) ? character(kind) : reference(context);
  const open = pick(['(?:', '(?:', '(', '(', '(', 'name']);
  const prefix = open === 'name' ? `(?<n${context.groups}>` : open;
  if (open !== '(?:') context.groups += 1;
  const body = alternatives(context, depth - 1);
  return leaf(`${prefix}${body.text})`, body.invent);
}
function oddity() {
  return leaf(pick(['\\-', '\\_', '\\@', '\\ ', '\\%', '{', '}', ']', '\\c', '\\c1', '\\07', '\\101', '\\8', '\\18', '\\x1',
    '\\u12', 'a{,5}', '{a}', 'x{1', '\\é', '\\j', '\\400', '\\377']), () => pick(['-', '_', '{', '}', ']', '\\c', '\x07',
    'A', '8', '\x018', 'x1', 'u12', 'a{,5}', '{a}', 'é', 'j', ' 0', 'ÿ']));
}
function reference(context) {
  const number = 1 + random(context.groups + (random(30) === 0 ? 2 : 0) || 1);
  return leaf(context.named && random(2) ? `\\k<n${number - 1}>` : `(?:\\${number})`, () => pick(['', 'a', 'ab']));
}
function quantified(node, kind) {
  const [low, high] = pick([[0, Infinity], [1, Infinity], [0, 1], [2, 2], [0, 2], [1, 3], [0, 0], [2, Infinity]]);
  const text = high === Infinity ? (low < 2 ? '*+'[low] : `{${low},}`) : low === 0 && high === 1 ? '?'
    : low === high ? `{${low}}` : `{${low},${high}}`;
  const invent = () => times(low + random(Math.min(high, low + 2) - low + 1), node.invent).join('');
  return leaf(node.text + text + (random(4) ? '' : '?'), invent);
}
function assertion(context, depth) {
  if (random(3)) return leaf(pick(['^', '$', '\\b', '\\B']), () => '');
  const open = pick(['(?=', '(?!', '(?<=', '(?<!']);
  const body = alternatives(context, depth - 1);
  const tail = context.kind === 'older' && !open.includes('<') && random(3) === 0 ? pick(['*', '+', '?', '{2}']) : '';
  return leaf(`${open}${body.text})${tail}`, () => '');
}
function term(context, depth) {
  if (depth > 0 && random(8) === 0) return assertion(context, depth);
  const node = atom(context, depth);
  return random(3) ? node : quantified(node, context.kind);
}
function alternatives(context, depth) {
  const list = times(random(4) ? 1 : 1 + random(3), () => times(random(4), () => term(context, depth)));
  return leaf(list.map((terms) => terms.map((t) => t.text).join('')).join('|'),
    () => pick(list).map((t) => t.invent()).join(''));
}
function pattern(kind) {
  const body = alternatives({ groups: 0, kind, named: random(3) === 0 }, 3);
  const [start, end] = [random(2) ? '^' : '', random(2) ? '$' : ''];
  return leaf(start && /\|/.test(body.text) ? `^(?:${body.text})${end}` : start + body.text + end, body.invent);
}
function subjects(node, kind) {
  const alphabet = kind === 'older' ? narrow : wide;
  const clip = (text) => [...text].slice(0, 9).join('');
  const invented = times(5, () => clip(node.invent()));
  const changed = invented.slice(0, 3).map((text) => {
    const letters = [...text];
    letters.splice(random(letters.length + 1), random(2), pick(alphabet));
    return clip(letters.join(''));
  });
  const other = times(2, () => times(random(6), () => pick(alphabet)).join(''));
  const all = [...invented, ...changed, ...other].filter((text) => text.isWellFormed());
  return kind === 'older' ? all.filter((text) => [...text].every((c) => c.length === 1)) : all;
}

/// The names as Assay's table spells them, each with its aliases.
function propertyNames() {
  const source = readFileSync(new URL('../../Sources/Rules/Text/Patterns/UnicodePropertyNames.swift', import.meta.url));
  const lists = [...String(source).matchAll(/(categories|binaries|scripts) = index\(\s*"""([^"]*)"""/g)];
  return lists.flatMap(([, list, names]) => names.trim().split(/[\s=]+/).flatMap((name) => ({
    categories: [name, `gc=${name}`, `General_Category=${name}`], binaries: [name],
    scripts: [`sc=${name}`, `Script=${name}`, `scx=${name}`, `Script_Extensions=${name}`],
  })[list]));
}

// ---- Text that may be no pattern ----

const noise = ['(', ')', '[', ']', '{', '}', '*', '+', '?', '|', '^', '$', '\\', '-', ',', '1', '0', ':', '<', '>', '=', '!',
  'k', 'u', 'x', 'c', 'p', 'P', 'n0', 'a', 'b', 'Z', 'i', '\\u{', '\\p{', '(?<', '(?:', '(?<n0>', '\\k<n0>', 'é', '_', '/', '{2,1}',
  '\ud83d\udc32', 'L}', 'gc=', '#', '&&', '@', '%', ' ', '\n', '\\-', '\\d-', '(?i:', '(?-'];
function mutated(text) {
  const letters = [...text];
  for (let i = random(3); i >= 0; i -= 1) {
    letters.splice(random(letters.length + 1), random(3) ? 0 : 1 + random(2), ...(random(4) ? [pick(noise)] : []));
  }
  return letters.join('');
}
function propertySyntax() {
  const name = pick(properties);
  const changes = [name, name.toLowerCase(), name.replaceAll('_', ''), name.replace('=', ':'), ` ${name}`,
    name.replace(/^[^=]*=/, ''), `Is${name}`, `sc=${name}`, name + 's', `^${name}`, name.toUpperCase()];
  return `\\${pick('pP')}{${pick(changes)}}`;
}

// ---- Assay ----

const isAssay = /(^|\/)assay$/.test(options.assay);
const assay = spawn(options.assay, isAssay ? ['bowtie', '--assert-format'] : [], { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: assay.stdout })[Symbol.asyncIterator]();
assay.on('error', (error) => { console.error(error.message); process.exit(2); });
async function readAnswer() {
  const { value, done } = await lines.next();
  if (done) throw new Error('assay ended');
  return JSON.parse(value);
}
let sequence = 0;
const send = (message) => assay.stdin.write(JSON.stringify(message) + '\n');
async function ask(cases) {
  for (const { schema, texts } of cases) {
    sequence += 1;
    const tests = texts.map((instance) => ({ description: '', instance }));
    const full = { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schema };
    send({ cmd: 'run', seq: sequence, case: { description: '', schema: full, tests } });
  }
  const answers = [];
  for (const _ of cases) answers.push(await readAnswer());
  return answers;
}

// ---- Comparing ----

function compiled(text, flags) {
  try {
    return new RegExp(text, flags);
  } catch {
    return null;
  }
}
const bare = (text) => text.replace(/^\(\?[ims]:([^]*)\)$/, '$1');
const flagged = (kind, flag, text) => (kind === 'flags' ? `(?${flag}:${text})` : text);

/// What Node says: null for no pattern, else a list of verdicts.
function expected(item) {
  if (item.kind === 'syntax') return item.texts.map((text) => compiled(text, 'u') !== null);
  const flags = { match: 'u', flags: item.flag + 'u', older: '' }[item.kind];
  if (item.kind === 'older' && compiled(item.text, 'u')) return null;
  const regexp = compiled(item.text, flags);
  return regexp && item.texts.map((text) => {
    const match = regexp.exec(text);
    const isInside = match && regexp.unicode && /^[\udc00-\udfff]/.test(text.slice(match.index))
      && /[\ud800-\udbff]$/.test(text.slice(0, match.index));
    return isInside ? undefined : match !== null;
  });
}
const question = (item) => (item.kind === 'syntax' ? { schema: { format: 'regex' }, texts: item.texts }
  : { schema: { pattern: flagged(item.kind, item.flag, item.text) }, texts: item.texts });

/// The index of a text on which the two differ, with both opinions; null if they agree or may differ.
function difference(item, wants, answer) {
  if (answer.errored) {
    const message = answer.context?.message ?? '';
    if (item.kind === 'older' && exceptions.older.some((e) => e.syntax.test(item.text))) return skip('older');
    const known = exceptions.refused.find((e) => e.message.test(message) && e.syntax.test(item.text));
    return known ? skip(known.feature) : { index: 0, node: 'a pattern', assay: `refused: ${message}` };
  }
  for (const [index, result] of answer.results.entries()) {
    if (wants[index] === undefined) { skip(exceptions.insideCharacter); continue; }
    if (/undecided/.test(JSON.stringify(result)) && exceptions.undecided.syntax.test(item.text)) {
      skip(exceptions.undecided.feature);
      continue;
    }
    if (result.skipped || result.errored) return { index, node: wants[index], assay: JSON.stringify(result) };
    if (result.valid === wants[index]) continue;
    if (item.kind === 'older' && exceptions.older.some((e) => e.syntax.test(item.text))) return skip('older');
    const newer = item.kind === 'syntax' && result.valid
      && exceptions.newerThanNode.find((e) => e.syntax.test(item.texts[index]));
    if (newer) { skip(newer.feature); continue; }
    const unicode = item.kind === 'syntax' && result.valid && isNewerScript(item.texts[index]);
    if (unicode) { skip('scripts newer than Node'); continue; }
    return { index, node: wants[index], assay: result.valid };
  }
  return null;
}
/// A script of Assay's table that this Node's Unicode does not have yet.
const isNewerScript = (text) => [...text.matchAll(/\\p\{([^}]*)\}/gi)]
  .some(([, name]) => properties.includes(name) && compiled(`\\p{${name}}`, 'u') === null);
const skipped = new Map();
function skip(feature) {
  skipped.set(feature, (skipped.get(feature) ?? 0) + 1);
  return null;
}

async function differs(item) {
  const wants = expected(item);
  if (!wants) return null;
  const [answer] = await ask([question(item)]);
  return difference(item, wants, answer);
}

/// Drops characters as long as a difference remains.
async function shortest(item, index) {
  let best = { ...item, texts: [item.texts[index]] };
  for (const part of item.kind === 'syntax' ? ['texts'] : ['text', 'texts']) {
    const get = () => [...(part === 'text' ? best.text : best.texts[0])];
    for (let size = 8; size > 0; size = size >> 1) {
      for (let at = 0; at + size <= get().length;) {
        const shorter = get().toSpliced(at, size).join('');
        const candidate = { ...best, ...(part === 'text' ? { text: shorter } : { texts: [shorter] }) };
        if (await differs(candidate)) best = candidate; else at += 1;
      }
    }
  }
  return best;
}

function makeCase() {
  const kind = pick(['match', 'match', 'match', 'flags', 'older', 'syntax']);
  if (kind === 'syntax') {
    const texts = times(10, () => (random(6) ? mutated(pattern(pick(['match', 'older'])).text) : propertySyntax()));
    return { kind, texts: texts.filter((text) => text.isWellFormed()) };
  }
  const node = pattern(kind === 'older' ? 'older' : 'match');
  return { kind, flag: pick('ims'), text: node.text, texts: subjects(node, kind) };
}

send({ cmd: 'start', version: 1 });
await readAnswer();
send({ cmd: 'dialect', dialect: 'https://json-schema.org/draft/2020-12/schema' });
await readAnswer();
let [pairs, differences, matches] = [0, 0, 0];
while (pairs < wanted && differences < 20) {
  const batch = times(100, makeCase).map((item) => ({ item, wants: expected(item) })).filter(({ wants }) => wants);
  const answers = await ask(batch.map(({ item }) => question(item)));
  for (const [i, { item, wants }] of batch.entries()) {
    pairs += wants.length;
    matches += wants.filter(Boolean).length;
    const found = difference(item, wants, answers[i]);
    if (!found) continue;
    differences += 1;
    const small = await shortest(item, found.index);
    const now = await differs(small) ?? found;
    console.log(`${item.kind}: ${JSON.stringify(small.text ? flagged(item.kind, item.flag, small.text) : small.texts[0])}`
      + (small.text === undefined ? '' : ` on ${JSON.stringify(small.texts[0])}`)
      + `: Node says ${now.node}, Assay ${now.assay}`);
  }
}
send({ cmd: 'stop' });
for (const [feature, count] of [...skipped].sort()) console.log(`may differ, ${count} times: ${feature}`);
console.log(`patterns: ${pairs} pairs (${matches} true), seed ${seed}: ${differences} differences`);
process.exit(differences ? 1 : 0);
