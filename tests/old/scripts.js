// A script -> the things of the language and of browsers that it needs, by MDN's names.
"use strict";
const ts = require("typescript");
const { data } = require("./known.js");

const LANGUAGE = ["javascript"];
const OPERATORS = [...LANGUAGE, "operators"];
const REGULAR = [...LANGUAGE, "regular_expressions"];
const { SyntaxKind: Kind } = ts;

// Signs and words of the language that are newer than 2015. What is newer than 2020 makes an error.
const SYNTAX = new Map([
  [Kind.QuestionDotToken, [...OPERATORS, "optional_chaining"]],
  [Kind.QuestionQuestionToken, [...OPERATORS, "nullish_coalescing"]],
  [Kind.AsteriskAsteriskToken, [...OPERATORS, "exponentiation"]],
  [Kind.SpreadAssignment, [...OPERATORS, "spread", "spread_in_object_literals"]],
  [Kind.AsyncKeyword, [...LANGUAGE, "statements", "async_function"]],
  [Kind.BigIntLiteral, [...LANGUAGE, "builtins", "BigInt"]],
  [Kind.MetaProperty, [...OPERATORS, "import_meta"]],
]);
const MARKS = [
  [/\\[pP]\{/, [...REGULAR, "unicode_character_class_escape"]],
  [/\(\?<[=!]/, [...REGULAR, "lookbehind_assertion"]],
  [/\(\?<\w/, [...REGULAR, "named_capturing_group"]],
  [/\(\?[a-z-]+:/, [...REGULAR, "modifier"]],
  [/\/[a-z]*s[a-z]*$/, [...LANGUAGE, "builtins", "RegExp", "dotAll"]],
  [/\/[a-z]*d[a-z]*$/, [...LANGUAGE, "builtins", "RegExp", "hasIndices"]],
  [/\/[a-z]*v[a-z]*$/, [...LANGUAGE, "builtins", "RegExp", "unicodeSets"]],
];

// What every page has. A property that only other things have is more likely one of ours.
const COMMON = /^(Document|Element|Event|HTML\w*Element|History|Location|Navigator|Node|Window)$/;

// Where MDN lists a member, under whatever it is a member of: the name -> the paths.
const allMembers = () => {
  const found = new Map();
  const add = path => {
    const name = path[path.length - 1];
    found.set(name, [...(found.get(name) || []), path]);
  };
  const gather = (holder, path) => Object.keys(holder).forEach(name => {
    if (name !== "__compat") add([...path, name]);
  });
  Object.keys(data.api).forEach(name => gather(data.api[name], ["api", name]));
  const builtins = [...LANGUAGE, "builtins"];
  Object.keys(data.javascript.builtins).forEach(name =>
    gather(data.javascript.builtins[name], [...builtins, name]));
  const { Intl } = data.javascript.builtins;
  Object.keys(Intl).forEach(name => gather(Intl[name], [...builtins, "Intl", name]));
  return found;
};
const MEMBERS = allMembers();

const globals = name => [
  ["javascript", "builtins", name], ["api", name], ["api", "Window", name],
].filter(([kind, ...path]) => path.reduce((part, one) => part && part[one], data[kind]));

// Names that the script itself declares are its own.
const ownNames = file => {
  const found = new Set();
  const visit = node => {
    if (ts.isBindingElement(node) || ts.isVariableDeclaration(node) || ts.isParameter(node)
      || ts.isFunctionDeclaration(node)) found.add(node.name.getText(file));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

const memberAlternatives = node => {
  const paths = MEMBERS.get(node.name.text) || [];
  if (ts.isCallExpression(node.parent) && node.parent.expression === node) return paths;
  return paths.every(([, holder]) => COMMON.test(holder)) ? paths : [];
};

// Things of which the browser must know one: a member may be any of those that have its name.
const alternatives = (node, { own, members }) => {
  if (SYNTAX.has(node.kind)) return [SYNTAX.get(node.kind)];
  if (ts.isCatchClause(node) && !node.variableDeclaration) {
    return [[...LANGUAGE, "statements", "try_catch", "optional_catch_binding"]];
  }
  if (ts.isPropertyAccessExpression(node)) return members ? memberAlternatives(node) : [];
  const called = (ts.isCallExpression(node) || ts.isNewExpression(node)) && node.expression;
  if (called && ts.isIdentifier(called) && !own.has(called.text)) return globals(called.text);
  return [];
};

const line = (file, node) => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;

const newest = text => {
  const made = target => ts.transpileModule(text, { compilerOptions: { target } }).outputText;
  return made(ts.ScriptTarget.ES2020) === made(ts.ScriptTarget.ESNext);
};

// The things that a script needs: each a line, and paths of which the browser must know one.
// `members`: whether its names are looked up too; what others wrote has its own names for its own.
const scriptNeeds = (text, { members = true } = {}) => {
  const file = ts.createSourceFile("a.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
  const wrong = file.parseDiagnostics.map(one => one.messageText);
  if (wrong.length) throw new Error(`no script: ${wrong[0]}`);
  const names = { own: ownNames(file), members }, found = [];
  const visit = node => {
    const paths = alternatives(node, names);
    if (paths.length) found.push({ line: line(file, node), paths });
    if (node.kind === Kind.RegularExpressionLiteral) {
      MARKS.filter(([mark]) => mark.test(node.text)).forEach(([, path]) =>
        found.push({ line: line(file, node), paths: [path] }));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  if (!newest(text)) found.push({ line: 1, paths: [["syntax newer than 2020"]] });
  return found;
};

module.exports = { scriptNeeds };
